"""How a note on the author goes on behind the name ("… is a reporter with …"), by language; order says nothing."""

COPULAS = (
    "is", "are", "works", "writes", "covers", "reports", "teaches", "lives", "joined", "serves",
    "ist", "sind", "arbeitet", "schreibt", "berichtet", "leitet", "gehört", "lebt", "studierte",
    "est", "sont", "travaille", "écrit", "couvre", "es", "son", "trabaja", "escribe", "cubre",
    "è", "sono", "lavora", "scrive", "é", "são", "trabalha", "escreve", "werkt", "schrijft",
    "är", "er", "arbetar", "skriver", "arbejder", "arbeider", "on", "työskentelee", "kirjoittaa",
    "jest", "pracuje", "pisze", "je", "píše", "работает", "пишет", "является", "працює", "пише", "είναι", "εργάζεται",
    "adalah", "merupakan",
)  # fmt: skip
"""In the present: what somebody did is news."""

ROLES = (
    "reporter", "writer", "journalist", "columnist", "correspondent", "editor", "author", "professor", "lecturer",
    "researcher", "fellow", "contributor", "freelance",
    "redakteur", "korrespondent", "autor", "volontär", "freie[rn]? mitarbeiter",
    "journaliste", "correspondante?", "rédac", "chroniqueu", "periodista", "redactor", "corresponsal", "columnista",
    "giornalista", "corrispondente", "redattore", "jornalista", "repórter", "colunista", "correspondente", "verslaggever",
    "redacteur", "columnist", "reporter", "skribent", "krönikör", "journalist", "redaktör", "redaktør", "toimittaja",
    "dziennikar", "publicyst", "redaktor", "novinář", "redaktor", "komentátor", "журналист", "обозреватель",
    "корреспондент", "редактор", "журналіст", "кореспондент", "δημοσιογράφος", "jurnalis", "wartawan", "penulis",
    "muhabir", "gazeteci", "yazar", "phóng viên", "nhà báo", "כתב", "עיתונאי", "صحفي", "صحافي", "مراسل", "كاتب", "محرر",
    "خبرنگار", "نویسنده", "पत्रकार", "संवाददाता", "लेखक", "ผู้สื่อข่าว", "นักข่าว",
)  # fmt: skip
"""Beginnings of words for those who write."""

UNSPACED_ROLES = ("记者", "記者", "编辑", "編輯", "作者", "编者", "ライター", "編集", "論説", "기자", "논설", "특파원")
"""The same in scripts without spaces, and in Korean, whose words take endings."""
