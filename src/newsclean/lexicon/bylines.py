"""Words of bylines: what announces a writer, what only looks like a name, roles, agencies. Data only, lower case.

Order means nothing in the sets; tuples of phrases are tried longest first by their user.
"""

from __future__ import annotations

PREFIXES = frozenset((
    "by", "words by", "text by", "story by", "written by", "posted by", "published by", "report by", "reported by", "review by", "reviewed by",
    "opinion by", "analysis by", "interview by", "article by", "compiled by", "a column by", "column by", "posted on by", "uploaded by", "submitted by",
    "author of the article", "from", "by:",
    "von", "ein beitrag von", "beitrag von", "ein gastbeitrag von", "gastbeitrag von", "kolumne von", "eine kolumne von", "kommentar von", "ein kommentar von",
    "eine analyse von", "analyse von", "interview von", "ein interview von", "eine reportage von", "text von", "artikel von", "geschrieben von", "verfasst von",
    "das gespräch führte", "die fragen stellte", "die fragen stellten", "das gespräch führten", "das interview führte", "das interview führten", "interview führte", "veröffentlicht von", "glosse von", "essay von", "ein essay von",
    "rezension von", "autor des artikels", "protokoll von", "aufgezeichnet von",
    "par", "écrit par", "rédigé par", "publié par", "propos recueillis par", "entretien par", "texte par", "une chronique de", "chronique de", "posté par",
    "por", "escrito por", "publicado por", "texto por", "texto de", "redactado por", "elaborado por", "entrevista de",
    "di", "a cura di", "scritto da", "pubblicato da", "articolo di", "testo di", "dal nostro inviato", "dalla nostra inviata", "dalla nostra corrispondente", "dal nostro corrispondente",
    "da redação", "da", "postado por",
    "door", "geschreven door", "geplaatst door", "tekst door",
    "av", "text av", "skriven av", "publicerad av", "skrevet av", "publisert av", "tekst av", "af", "skrevet af", "tekst af", "kirjoittanut", "teksti",
    "przez", "napisał", "napisała", "napisane przez", "opracował", "opracowała", "rozmawiał", "rozmawiała", "autor tekstu",
    "napsal", "napsala", "napísal", "napísala", "írta", "de", "scris de", "autor articol", "napisao", "napisala", "piše", "piše:", "pišu", "napisali",
    "от", "написа", "του", "της", "γράφει ο", "γράφει η", "γράφει", "γράφουν", "από", "επιμέλεια", "απο τον", "από τον", "από την", "γράφουν οι",
    "yazan", "oleh", "ditulis oleh", "penulis", "bởi", "theo",
    "thread starter", "started by", "article written by", "author", "authors", "autor", "autorin", "autoren", "auteur", "auteure", "auteurs", "autore", "autrice", "autores", "autorka", "auteur:",
    "erstellt von", "eingestellt von", "eingetragen von", "eingereicht von", "gespeichert von", "publiziert von", "hochgeladen von", "verfaßt von", "notiert von", "vom", "themenstarter", "mehr artikel von", "alle artikel von",
    "recherche von", "protokolliert von", "es berichtet", "es berichten", "more articles by", "all posts by", "updated by", "interviewed by", "as told to", "introduction by", "by author", "guest post by", "contributed by",
    "envoyé par", "entrevista realizada por", "proposé par", "mis en ligne par", "réalisé par", "recueilli par", "propos recueillis par notre journaliste", "gepost door", "ingezonden door", "tekst", "interview door", "opgetekend door",
    "escribe", "escriben", "enviado por", "subido por", "creado por", "postada por", "publicada por", "postado em por", "inserito da", "postato da", "realizzato da", "intervista di", "inviato da",
    "upplagd av", "inlagd av", "lagt inn av", "indsendt af", "lähettänyt", "kirjoittaja", "toimittaja", "autor wpisu", "dodał", "dodała", "oprac.", "oprac", "opr.", "opracował/a", "autor artykułu", "tekst i zdjęcia",
    "vystavil", "vystavila", "připravil", "připravila", "publikoval", "publikovala", "pripravil", "pripravila", "bejegyezte", "közzétette", "szerző", "publicat de", "trimis de", "postat de", "objavio", "objavila", "objavil", "napisal/a", "priredio", "priredila",
    "аутор", "пише", "приредила", "приредио", "автор", "авторы", "публикувано от", "публикувал", "опубликовал", "опубликовала", "подготовил", "подготовила", "подготовили", "беседовал", "беседовала", "записал", "записала", "автор текста", "автор статті", "опублікував", "спілкувалася", "спілкувався", "аўтар",
    "αναρτήθηκε από", "συντάχθηκε από", "έγραψε ο", "έγραψε η", "gönderen", "yazar", "ekleyen", "diposting oleh", "diposkan oleh", "dibuat oleh", "được đăng bởi", "người đăng", "bài", "ni", "isinulat ni", "imeandikwa na",
    "مرسلة بواسطة", "بواسطة", "نشره", "أعده", "أعدها", "نویسنده", "فرستنده", "פורסם על ידי", "כתב", "प्रस्तुतकर्ता", "লিখেছেন", "எழுதியவர்", "เขียนโดย", "เรื่องโดย", "รายงานโดย", "เรียบเรียงโดย", "ผู้เขียน",
    "eftir", "escrit per", "shkruar nga", "shkruan", "geskryf deur", "deur", "mwandishi", "підготував", "підготувала", "підготували", "записав", "записала", "розмовляв", "розмовляла",
    "подготвил", "подготви", "написала", "пишува", "laporan wartawan", "laporan", "kontributor", "thực hiện", "گزارش از", "كتبها",
    "بقلم", "كتب", "كتبت", "كتبه", "حوار", "تقرير", "إعداد", "اعداد", "نوشته", "از", "تحریر", "مأت", "מאת", "لیکھک", "लेखक", "द्वारा", "โดย",
))  # fmt: skip
"""What may open a byline, with or without a colon."""

LABELS = frozenset({
    "author", "authors", "writer", "writers", "text", "words", "story", "report", "byline", "contributor", "columnist",
    "redaktion", "protokoll", "recherche", "mitautor", "journaliste", "escribe", "escriben", "avtor", "avtorica", "autorul", "opracowanie", "oprac.", "oprac", "dodał", "dodała", "zebrał", "zebrała", "wysłuchał", "wysłuchała", "аутор", "пише", "аўтар", "опубликовал", "опубликовала", "opublikował",
    "লিখেছেন", "লেখক", "எழுதியவர்", "रिपोर्ट", "लेखिका", "ผู้เขียน", "เรื่อง", "written by", "author(s)", "autor(es)", "autor(en)", "auteur(s)", "posted by", "reported by", "analysis", "commentary", "kommentar", "analyse", "reportage", "essay", "kolumne", "porträt",
    "autor", "autorin", "autoren", "autor/in", "verfasser", "verfasserin", "redakteur", "text und fotos", "text & fotos", "interview", "intervju", "interjú", "wywiad", "bericht",
    "auteur", "auteurs", "auteure", "texte", "rédaction", "autora", "autores", "autoras", "texto", "redactor", "redactora", "redacción", "reportagem", "autore", "autrice", "autori", "testo", "redazione",
    "tekst", "journalist", "journalister", "skribent", "författare", "forfatter", "reporter", "kirjoittaja", "toimittaja", "teksti", "teksten",
    "autorka", "autorzy", "autoři", "autoři článku", "szerző", "szerzők", "autorii", "novinar", "piše", "pišu",
    "autorius", "autorė", "autoriai", "autors", "tekstas", "teksts", "szöveg", "írta", "besedilo", "avtorji", "egilea", "egileak", "testua", "höfundur", "texti", "autori i artikullit", "skrywer", "teks", "awdur", "mwandishi", "may-akda", "müəllif", "muallif", "авторка тексту", "сэтгүүлч", "журналистка",
    "ავტორი", "ჟურნალისტი", "հեղինակ", "լրագրող", "రచయిత", "ലേഖകൻ", "ਲੇਖਕ", "લેખક", "লেখা", "প্রতিবেদন", "நிருபர்", "مصنف", "bài", "tin", "bài viết", "thực hiện", "người viết", "ผู้สื่อข่าว",
    "автор", "авторы", "автора", "автори", "авторка", "текст", "журналист", "корреспондент", "журналіст", "кореспондент", "подготовил", "подготовила", "беседовал", "беседовала", "записала", "записал",
    "συντάκτης", "συντάκτρια", "κείμενο", "ρεπορτάζ", "αρθρογράφος", "συγγραφέας", "yazar", "haber", "muhabir", "penulis", "pewarta", "wartawan", "jurnalis", "tác giả", "الكاتب", "الكاتبة", "كاتب", "بقلم", "حوار", "كتب", "كتبت", "تحرير", "المصدر والكاتب", "نویسنده", "خبرنگار", "כתב", "כתבת", "मूल लेखक", "लेखक", "रिपोर्टर", "প্রতিবেদক",
})  # fmt: skip
"""Nouns that announce a writer when a colon follows."""

SOURCE_LABELS = frozenset({
    "source", "sources", "quelle", "quellen", "via", "fuente", "fuentes", "fonte", "fonti", "bron", "källa", "kilde", "lähde", "źródło", "zdroj", "forrás", "sursa",
    "izvor", "источник", "источники", "джерело", "източник", "πηγή", "πηγη", "kaynak", "sumber", "nguồn", "ที่มา", "المصدر", "مصدر", "منبع", "מקור", "स्रोत", "agency", "agentur",
})  # fmt: skip

CREDIT_LABELS = frozenset({
    "photo", "photos", "photograph", "photographs", "photographer", "photography", "pictures", "picture", "image", "images", "illustration", "illustrations", "video", "graphics", "graphic", "camera", "editor", "edited",
    "editing", "translation", "translated", "translator", "produced", "producer", "additional reporting", "with reporting", "reporting", "with additional reporting", "fact-checked", "medically reviewed", "reviewed", "art", "design",
    "foto", "fotos", "fotografie", "bild", "bilder", "symbolbild", "symbolfoto", "archivbild", "archivfoto", "beitragsbild", "titelbild", "bildquelle", "illustrationen", "grafik", "redaktion:", "übersetzung", "übersetzt", "mitarbeit", "kamera", "schnitt", "mit material",
    "photographie", "crédit photo", "crédits", "traduction", "traduit", "fotografía", "fotografías", "edición", "traducción", "fotografia", "edição", "tradução", "traduzione", "immagini", "immagine",
    "beeld", "foto's", "nuotrauka", "nuotraukos", "slika", "fotografije", "argazkia", "argazkiak", "ljósmynd", "ljósmyndir", "תמונה", "תמונות", "عدسة", "عکاس", "छायाचित्र", "ছবি", "படம்", "fotograaf", "vertaling", "fotograf", "kuva", "kuvat", "kuvaaja", "zdjęcia", "zdjęcie", "fot", "fot.", "tłumaczenie", "fotó", "fotografii", "фото", "перевод", "редактор", "відео", "видео", "снимка",
    "φωτογραφία", "φωτογραφίες", "φωτό", "επιμέλεια φωτογραφιών", "fotoğraf", "fotoğraflar", "editör", "penerjemah", "fotografer", "ảnh", "ภาพ", "تصوير", "صورة", "ترجمة", "عکس", "צילום", "फोटो", "संपादक",
})  # fmt: skip
"""Nouns that announce somebody who is no writer: they are credits."""

CREDIT_PHRASES = (
    "with reporting by", "additional reporting", "reporting by", "with additional reporting by", "edited by", "translated by", "photo by", "photos by", "photographs by", "photography by", "images by",
    "illustration by", "illustrations by", "illustrated by", "video by", "graphics by", "produced by", "fact checked by", "reviewed by dr", "medically reviewed by", "contributed to this", "contributed reporting", "with files from",
    "fotos von", "foto von", "bilder von", "illustration von", "illustrationen von", "übersetzt von", "übersetzung von", "mit material von", "redigiert von", "unter mitarbeit von", "mitarbeit von",
    "photos par", "photographies de", "traduit par", "illustration de", "fotos de", "fotografías de", "traducido por", "ilustración de", "editado por", "edição de", "foto di", "tradotto da", "foto door", "bild av", "foto av", "foto:",
    "zdjęcia:", "фото автора", "перевод с",
)  # fmt: skip

CONJUNCTIONS = frozenset(
    "and & und et y e og och ja i и та і ve dan và и og en és a și και مع و और ו + with mit avec con com med met kanssa med z s ile oraz".split()
)
"""Words that stand between two names."""

PARTICLES = frozenset(
    "van de der den von zu zum zur la las los le du des di da do dos das del della dalla degli dei af av bin ibn al el ul ben ter ten te y e i mac st. san santa abu bint "
    "d' l' o' vom und op 't het lo ap ab da' de' in't ali-bin vander af der".split()
)
"""Small words inside a person's name."""

MORE_BY = (
    r"(?:read |see |view |voir |lire )?(?:more|all|mehr|alle|weitere|tous|toutes|plus|más|todos|todas|altri|tutti|mais|meer|fler|flere|lisää|więcej)"
    r"(?: (?:posts|stories|news|from|les|los|las|gli|os|artikel|beiträge|texte|articles?|artículos|noticias|articoli|artigos|artiklar|artykułów)){0,3}"
    r" (?:by|from|von|de|du|di|da|do|van|av|af) "
)
"""A pattern: opens a link to what else an author wrote ("More articles by ANN LEE")."""

PLACE_WORDS = frozenset(
    "in um unter under aus à a en em i i v ve w v z na в из у iz fra från da from im auf bei till at near chez dans por desde di reporting".split()
)

OUTLET_WORDS = frozenset(
    "for für pour para per voor för for til dla для za fürs at | of dell' della del do dal dalla with".split()
)

ROLE_WORDS = frozenset({
    "editor", "editors", "reporter", "reporters", "correspondent", "correspondents", "journalist", "journalists", "writer", "writers", "columnist", "contributor", "contributors", "producer", "director", "analyst", "critic", "author",
    "editor-in-chief", "freelancer", "blogger", "anchor", "photographer", "photojournalist", "specialist", "expert", "professor", "lecturer", "fellow", "presenter", "intern", "officer", "manager", "researcher", "economist", "strategist", "co-founder", "founder", "ceo", "publisher", "chief", "head", "lead", "historian", "meteorologist", "commentator", "curator", "doctor", "dr.med.", "nutritionist", "dietitian", "lawyer", "attorney", "student", "deputy", "assistant", "associate", "managing", "executive", "trainee",
    "redakteur", "redakteurin", "redaktor", "redaktorin", "redakteure", "korrespondent", "korrespondentin", "reporterin", "journalistin", "autor", "autorin", "kolumnist", "kolumnistin", "volontär", "volontärin", "volontaer", "chefredakteur", "chefredakteurin", "chefreporter", "chefreporterin", "ressortleiter", "ressortleiterin", "leiter", "leiterin", "mitarbeiter", "mitarbeiterin", "praktikant", "praktikantin", "experte", "expertin", "blattmacher", "cvd", "moderator", "moderatorin", "gastautor", "gastautorin", "herausgeber", "herausgeberin", "freier", "freie", "stv.", "stellvertretender", "stellvertretende", "leitender", "leitende", "fotograf", "fotografin",
    "journaliste", "correspondant", "correspondante", "rédacteur", "rédactrice", "envoyé", "envoyée", "chroniqueur", "chroniqueuse", "éditorialiste", "reporteur", "grand",
    "corresponsal", "redactor", "redactora", "periodista", "enviado", "enviada", "columnista", "articulista", "editora", "jefe", "jefa", "analista", "jornalista", "repórter", "correspondente", "colunista", "colaborador", "colaboradora", "especialista",
    "giornalista", "inviato", "inviata", "corrispondente", "redattore", "redattrice", "caporedattore", "editorialista", "direttore", "direttrice", "vicedirettore",
    "verslaggever", "verslaggeefster", "redacteur", "redactrice", "columniste",
    "redaktör", "skribent", "kommentator", "krönikör", "ledarskribent", "redaktør", "debattredaktør", "nyhetsredaktør", "krigsreporter", "utrikesreporter", "fotojournalist", "politisk", "toimittaja", "kirjeenvaihtaja", "päätoimittaja",
    "dziennikarz", "dziennikarka", "korespondent", "korespondentka", "redaktorka", "publicysta", "publicystka", "novinář", "novinářka", "reportér", "reportérka", "komentátor", "komentátorka", "újságíró", "szerkesztő", "novinar", "novinarka", "jurnalist", "jurnalistă",
    "журналист", "журналистка", "корреспондент", "корреспондентка", "обозреватель", "редактор", "журналіст", "журналістка", "кореспондент", "колумнист", "собкор", "спецкор", "политолог", "δημοσιογράφος", "συντάκτης", "ανταποκριτής", "ανταποκρίτρια",
    "כתב", "כתבת", "כתבי", "כתבנו", "פרשן", "פרשנית", "עורך", "עורכת", "עיתונאי", "עיתונאית", "روزنامه‌نگار", "گزارشگر", "سردبیر", "إعلامي", "إعلامية", "كاتبة", "محررة", "صحافي", "صحافية", "موفد", "موفدة", "নিজস্ব", "সংবাদদাতা", "সাংবাদিক", "ผู้สื่อข่าว", "pressesprecher", "pressesprecherin", "sprecher", "sprecherin",
    "muhabir", "muhabiri", "gazeteci", "editör", "editörü", "yazar", "üyesi", "jurnalis", "wartawan", "redaktur", "phóng viên", "مراسل", "مراسلة", "محرر", "صحفي", "صحفية", "كاتب", "خبرنگار", "संवाददाता", "पत्रकार", "संपादक",
})  # fmt: skip
"""Words of job titles; a piece that ends in one, or has one after two words of a name, is a role."""

ROLE_ENDINGS = (
    "redakteur", "redakteurin", "redaktor", "redaktorin", "korrespondent", "korrespondentin", "reporter", "reporterin", "journalist", "journalistin", "journaliste", "redaktör", "redaktør", "correspondent",
    "expertin", "experte", "leiter", "leiterin", "chef", "chefin", "autorin", "schreiber", "kommentator", "kolumnist", "kolumnistin", "volontär", "volontärin",
)  # fmt: skip

BEAT_WORDS = frozenset({
    "court", "crown", "magistrates", "democracy", "political", "politics", "news", "sports", "sport", "senior", "deputy", "staff", "chief", "lead", "business", "science", "health", "travel", "lifestyle", "entertainment", "digital", "freelance", "associate", "assistant", "executive", "managing", "content", "technology", "tech", "economics", "education", "environment", "environmental", "foreign", "diplomatic", "security", "defence", "defense", "crime", "legal", "culture", "arts", "music", "film", "tv", "showbiz", "royal", "city", "local", "regional", "national", "international", "world", "global", "special", "contributing", "investigative", "investigations", "data", "social", "media", "consumer", "money", "finance", "financial", "markets", "energy", "climate", "transport", "motoring", "property", "food", "drink", "fashion", "beauty", "features", "feature", "opinion", "audience", "trending", "breaking", "live", "football", "racing", "cricket", "rugby", "tennis", "golf", "boxing", "chess", "auto", "gaming", "games", "weather", "religion", "religious", "home", "affairs", "community", "european", "europe", "asia", "africa", "middle", "east", "guest", "former", "principal", "group", "web", "video", "multimedia", "photo", "night", "weekend", "us", "uk", "u.s.", "agriculture", "medical", "wire", "trainee", "junior", "online", "parliamentary", "westminster", "industry", "personal", "policy", "research",
    "leitender", "leitende", "stellvertretender", "stellvertretende", "politischer", "politische", "freier", "freie", "landespolitische", "landespolitischer", "verantwortlicher", "verantwortliche", "stv.", "ressort",
    "grand", "envoyé", "spécial", "permanente", "jefe", "jefa", "enviado", "especial", "redacción", "politisk", "politická", "politikens", "specjalny", "специальный", "собственный", "политический",
})  # fmt: skip
"""Words that stand before a role ("Travel News Reporter") and in no person's name."""

AGENCIES = frozenset({
    "dpa", "afp", "reuters", "ap", "apa", "sda", "ansa", "efe", "pap", "sid", "kna", "epd", "tass", "tasr", "ctk", "čtk", "mti", "stt", "ntb", "tt", "ritzau", "anp", "belga", "lusa", "europa press", "upi", "pti", "ani", "ians", "aap", "cp", "pa", "pa media", "press association", "associated press", "the associated press", "agence france-presse", "thomson reuters", "deutsche presse-agentur", "keystone-sda", "keystone", "ats", "awp", "dts", "dpa-afx", "dpa/tmn", "xinhua", "yonhap", "kyodo", "jiji", "antara", "bernama", "vna", "anadolu", "anadolu agency", "anadolu ajansı", "aa", "dha", "iha", "i̇ha", "mena", "wam", "spa", "irna", "isna", "bloomberg", "bloomberg news", "interfax", "интерфакс", "риа новости", "тасс", "ukrinform", "укрінформ", "унн", "уніан", "bta", "бта", "hina", "tanjug", "fena", "srna", "beta", "agerpres", "mediafax", "agencia efe", "agência brasil", "agência lusa", "télam", "telam", "notimex", "adnkronos", "agi", "askanews", "lapresse", "ritzaus bureau", "tt nyhetsbyrån", "ntb scanpix", "spt", "canadian press", "the canadian press", "inter press service", "kathpress", "kap", "αμπε", "απε-μπε", "ansa.it", "nampa", "newswire", "pressetext", "ots", "zeit online/dpa",
})  # fmt: skip
"""News agencies: organisations that sign, alone or beside a name."""

EAST_ASIAN_AGENCIES = (
    "新华社",
    "新華社",
    "新华网",
    "中新社",
    "中新网",
    "中国新闻网",
    "央视",
    "共同通信",
    "時事通信",
    "共同",
    "時事",
    "路透社",
    "法新社",
    "美联社",
    "中央社",
    "연합뉴스",
    "뉴시스",
    "뉴스1",
)

ORGANISATION_WORDS = frozenset({
    "staff", "team", "newsroom", "desk", "bureau", "agency", "agencies", "editorial", "editors", "service", "services", "network", "press", "media", "news", "weekly", "monthly", "bulletin", "dispatch", "examiner", "inquirer", "observer", "magazine", "newspaper", "times", "post", "journal", "tribune", "herald", "gazette", "telegraph", "guardian", "chronicle", "daily", "mail", "mirror", "express", "advertiser", "broadcasting", "institute", "university", "foundation", "association", "committee", "council", "ministry", "department", "organisation", "organization", "company", "gmbh", "inc", "ltd", "llc", "corp", "group", "radio", "television", "tv", "fm", "channel", "studio", "studios", "blog", "online", "web", "admin", "administrator", "webmaster", "support", "reports", "wire", "community", "sport", "sports", "football", "fantasy", "board", "contributors", "correspondents", "reporters",
    "redaktion", "onlineredaktion", "online-redaktion", "agentur", "agenturen", "nachrichtenagentur", "verlag", "verein", "verband", "zeitung", "nachrichten", "presse", "pressestelle", "bund", "amt", "polizei", "universität", "hochschule", "stiftung", "rundfunk", "fernsehen", "landesspiegel",
    "rédaction", "agence", "agences", "redacción", "agencia", "agencias", "agência", "agências", "redação", "redazione", "agenzia", "redactie", "redaktionen", "redaksjonen", "toimitus", "redakcja", "redakce", "redakcia", "szerkesztőség", "redacția", "redakcija", "agencja", "agentura",
    "редакция", "редакція", "агентство", "пресс-служба", "служба", "новости", "σύνταξη", "haber", "merkezi", "servisi", "ajansı", "redaksi", "فريق", "وكالات", "وكالة", "تحرير", "الأخبار", "डेस्क", "टीम", "ब्यूरो",
})  # fmt: skip
"""Words that make a name one of an organisation or a desk."""

NOT_NAMES = frozenset({
    "euer", "eure", "ihr", "ihre", "dein", "deine", "previous", "next", "become", "fan", "get", "updates", "the", "most", "recent", "stories", "posts", "articles", "publiziert", "opublikowano", "gepostet", "erstellt", "maj", "powered", "researched", "a", "this", "that", "these", "read", "more", "share", "further", "additional", "information", "informationen", "weitere", "weiterführende", "links", "print", "email", "e-mail", "follow", "subscribe", "comment", "comments", "updated", "published", "posted", "image", "video", "advertisement", "sponsored", "breaking", "live", "exclusive", "analysis", "opinion", "interview", "article", "report", "minutes", "hours", "ago", "today", "yesterday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march", "july", "september", "october", "november", "december", "world", "politics", "business", "technology", "science", "health", "entertainment", "lifestyle", "travel", "culture", "economy", "finance", "weather", "photo", "photos", "gallery", "newsletter", "login", "sign", "menu", "search", "about", "contact", "your", "our", "we", "why", "what", "when", "where", "who", "is", "are", "was", "were", "has", "have", "not", "with", "by", "on", "of", "or", "as", "his", "her", "new", "here", "click", "view", "also", "latest", "related", "popular", "trending", "archive", "all rights reserved", "copyright", "listen", "watch", "play", "bookmark", "save", "anonymous", "unknown", "user", "profile", "author", "authors", "website", "facebook", "twitter", "instagram", "linkedin", "whatsapp", "google", "tags", "topics",
    "der", "ein", "eine", "mehr", "lesen", "teilen", "drucken", "kommentar", "kommentare", "kommentieren", "uhr", "stand", "aktualisiert", "veröffentlicht", "quelle", "bild", "foto", "anzeige", "werbung", "artikel", "merken", "vorlesen", "minuten", "lesezeit", "heute", "gestern", "montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag", "januar", "februar", "märz", "oktober", "dezember", "startseite", "politik", "wirtschaft", "gesellschaft", "wissen", "kultur", "reise", "panorama", "ratgeber", "thema", "themen", "über", "mit", "für", "und", "nicht", "ist", "wird", "auf", "bei", "nach",
    "lire", "plus", "partager", "abonnés", "abonnez-vous", "réservé", "publié", "actualités", "politique", "économie", "société", "monde", "sport", "temps", "lecture", "une",
    "leer", "más", "compartir", "publicado", "actualizado", "política", "economía", "sociedad", "mundo", "deportes", "cultura", "los", "las", "una", "ler", "mais", "compartilhar", "notícias", "leggi", "condividi", "pubblicato", "aggiornato", "politica", "economia", "cronaca",
    "lees", "deel", "delen", "nieuws", "läs", "dela", "nyheter", "del", "lue", "jaa", "uutiset", "czytaj", "udostępnij", "komentarze", "wiadomości", "читать", "поделиться", "комментарии", "новости", "опубликовано", "обновлено", "сегодня", "вчера", "читайте", "διαβάστε", "ειδήσεις", "haberler", "paylaş", "güncelleme", "bagikan", "berita",
})  # fmt: skip
"""Words no person's name has."""

GENERIC_NAMES = frozenset({
    "getty images", "getty", "istock", "istockphoto", "shutterstock", "picture alliance", "imago", "alamy", "unsplash", "pixabay", "disqus", "facebook", "xxx",
    "وكالات", "وكالات الأنباء", "نیوز ڈیسک", "নিজস্ব প্রতিবেদক", "অনলাইন ডেস্ক", "our reporter", "our correspondent", "our bureau", "own correspondent", "special correspondent", "from our correspondent", "correspondent", "reporter", "journalist", "journaliste", "wire services", "news desk", "online desk", "desk", "press release", "pressemitteilung", "mail", "envoyer par mail", "par mail", "per mail", "per e-mail", "by email", "by e-mail", "e-mail", "email", "fiction page", "super contributeur", "un super contributeur", "lesezeichen", "bookmark", "kommentare", "kommentar", "comments", "comment", "feedburner feeds",
    "staff", "editor", "author", "writer", "contributor", "guest", "anonymous", "unknown", "user", "none", "null", "n/a", "na", "various", "autor", "redakteur", "gast", "gastautor", "auteur", "invité", "invitado", "autore", "red", "red.", "agencies", "agenturen", "agences", "agencias", "with agencies", "mit agenturen", "staff writer", "staff reporter", "guest author", "guest contributor", "редактор", "автор", "гость", "default", "test", "info", "web desk", "nachrichten", "online",
})  # fmt: skip
"""What stands in an author's place and names nobody."""

ACCOUNTS = frozenset("admin administrator webmaster superuser".split())
"""Whoever put a text up; signs only where the line says "by"."""

DATE_LABELS = frozenset(
    "hrs uhr ist posted published updated publiziert veröffentlicht aktualisiert publié publicado pubblicato opublikowano gepostet on "
    "last modified eingetragen eingestellt erstellt gespeichert geschrieben datum date fecha data dato mis updated: datum: stand submitted "
    "zuletzt bearbeitet msk мск gmt utc cet cest".split()
)
"""Words that stand before a date beside a name."""

POSSESSIVES = frozenset(
    "our unser unsere unserer unserem unseren onze ons notre nos nuestro nuestra nuestros nuestras nostro nostra nostri nosso nossa vår våra vårt vores naš naša náš naše наш наша наши наші".split()
)
"""Before a role in a byline ("Von unserem Korrespondenten …")."""

LONE_OPENERS = frozenset(
    "by author autor autorin auteur autore von par por автор كتب كتبت بقلم נכתב מאת نویسنده लेखक yazar penulis".split()
)
"""What may stand alone, parted from the name by a dash or a bar."""

ROLE_SURNAMES = frozenset(
    "head lead chief fellow student anchor doctor officer leiter chef grand jefe freier freie schreiber author autor critic founder "
    "deputy associate professor lawyer intern presenter".split()
)
"""Roles that people are called too ("Edith Head")."""

OF_OTHERS = frozenset(
    "related more read also other further previous next latest mehr weitere weiterer weiteres andere vorheriger nächster ilgili i̇lgili diğer "
    "lire autre autres leer otro otros más leggi altro altri lees meer läs les lue czytaj więcej powiązany související další читайте другие схожие ещё".split()
)
"""Before "article" or "report" it leads to another text ("İlgili haber: …")."""

SECOND_HANDS = (
    "reviewed by", "updated by", "published by", "uploaded by", "edited by", "redaktion:", "redaktion ", "redaktionell", "rédaction", "redazione:", "redacción:", "redactie:", "edición:", "edição:", "redakcja:", "redakce:",
)  # fmt: skip
"""What opens a byline where nobody else is named; behind a named writer it tells who worked on the text later."""

OUTLET_OPENERS = frozenset(("special", "exclusive", "exclusively"))
"""Before a small word and the outlet that a text was written for ("Special to The Tide")."""

GLUED_CONJUNCTIONS = {
    "و": frozenset(("وليد", "وائل", "وسام", "وسيم", "وفاء", "وداد", "وجدي", "وجيه", "وديع", "وهيب", "وحيد", "وصفي", "ولاء", "وئام", "وصال", "وضاح", "وهبة", "وهبي", "واصف", "والي", "وردة", "وفيق", "وداعة", "وسن", "وعد", "وهاب")),
    "ו": frozenset(("ורד", "ורדה", "ויקטור", "ויקי", "ולדימיר", "וילי", "ויטלי", "ולרי", "ויויאן", "וייס", "וולף", "ויין", "ורדי", "וינר", "וקנין", "ועקנין", "וינברג", "ויסמן", "וייל", "וייצמן", "וולך")),
}  # fmt: skip
"""A letter that is "and" before a name, and the names that begin with it."""

CASELESS_PLACES = frozenset({
    "القاهرة", "بيروت", "دمشق", "بغداد", "عمّان", "عمان", "الرياض", "جدة", "دبي", "أبوظبي", "أبو ظبي", "الدوحة", "الكويت", "المنامة", "مسقط", "صنعاء", "عدن", "الخرطوم", "تونس", "الجزائر", "الرباط", "الدار البيضاء", "طرابلس", "غزة", "القدس", "رام الله", "لندن", "باريس", "واشنطن", "نيويورك", "موسكو", "أنقرة", "إسطنبول", "طهران",
    "تهران", "مشهد", "اصفهان", "شیراز", "تبریز", "قم", "کابل", "لاہور", "کراچی", "اسلام آباد", "پشاور", "ירושלים", "תל אביב", "חיפה", "באר שבע", "ניו יורק", "וושינגטון",
    "नई दिल्ली", "दिल्ली", "मुंबई", "लखनऊ", "पटना", "भोपाल", "जयपुर", "रांची", "रायपुर", "देहरादून", "चंडीगढ़", "कोलकाता", "नोएडा", "इंदौर", "कानपुर", "वाराणसी", "काठमाडौं", "काठमांडू", "पुणे", "नागपूर", "ঢাকা", "চট্টগ্রাম", "কলকাতা", "সিলেট", "খুলনা", "রাজশাহী", "சென்னை", "மதுரை", "கோவை", "கொழும்பு", "హైదరాబాద్", "విజయవాడ", "ಬೆಂಗಳೂರು", "തിരുവനന്തപുരം", "കൊച്ചി", "അഹമ്മദാബാദ", "અમદાવાદ", "กรุงเทพฯ", "เชียงใหม่",
})  # fmt: skip
"""Towns in scripts without capitals, where a place behind a name looks like another name."""

GENRES = frozenset(
    "opinion analysis column commentary comment review story words text report interview essay feature article recipe editorial perspective explainer investigation letter profile preview "
    "kommentar analyse kolumne interview reportage essay beitrag gastbeitrag gastkommentar glosse leitartikel porträt portrait rezension bericht artikel text protokoll kritik meinung serie "
    "analyse chronique enquête entretien tribune article récit reportage portrait éditorial critique texte billet "
    "entrevista análisis columna crónica reportaje artículo opinión texto análise crônica reportagem artigo opinião coluna intervista analisi commento articolo testo reportage editoriale "
    "column opinie interview analyse reportage tekst krönika analys reportage recension intervju kommentar leder analyse anmeldelse kronik interview reportasje kommentti kolumni felieton wywiad komentarz reportaż rozhovor komentář".split()
)
"""Kinds of texts that a writer's name follows ("Ein Kommentar von …", "Une enquête de …")."""

GENRE_ARTICLES = frozenset("a an the ein eine einer un une una uma en et ett een guest".split())

MID_OPENERS = frozenset("berichtet berichten berichteten rapporteert rapporterar rapporterer".split())
"""Verbs between a place and a name ("Aus Berlin berichtet …")."""

WEEKDAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun "
    "montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mo di mi do fr sa so "
    "lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes miércoles jueves viernes sábado domingo "
    "segunda terça quarta quinta sexta segunda-feira terça-feira quarta-feira quinta-feira sexta-feira "
    "lunedì martedì mercoledì giovedì venerdì sabato domenica maandag dinsdag woensdag donderdag vrijdag zaterdag zondag "
    "måndag tisdag onsdag torsdag fredag lördag söndag mandag tirsdag lørdag søndag maanantai tiistai keskiviikko torstai perjantai lauantai sunnuntai "
    "poniedziałek wtorek środa czwartek piątek sobota niedziela pondělí úterý středa čtvrtek pátek neděle pondelok utorok streda štvrtok piatok nedeľa "
    "hétfő kedd szerda csütörtök péntek szombat vasárnap luni marți miercuri joi vineri sâmbătă duminică ponedjeljak utorak srijeda četvrtak petak subota nedjelja ponedeljek torek sreda "
    "понедельник вторник среда четверг пятница суббота воскресенье понеділок вівторок середа четвер п'ятниця субота неділя понеделник сряда четвъртък петък събота неделя "
    "δευτέρα τρίτη τετάρτη πέμπτη παρασκευή σάββατο κυριακή pazartesi salı çarşamba perşembe cuma cumartesi pazar senin selasa rabu kamis jumat sabtu minggu".split()
)
"""Days of the week, long and short, which stand before a date."""

POST_NOMINALS = frozenset(
    "phd ph.d ph.d. md m.d. m.d ms ma mba rd rdn rn dds esq esq. mph jr jr. sr sr. ii iii iv cpa mp kc qc obe mbe cbe frs msc bsc ba llm jd dr. prof.".split()
)

HONORIFICS = frozenset(
    "dr dr. prof prof. professor mr mr. mrs mrs. ms. ms miss sir dame lord lady rev rev. reverend fr. sister father imam rabbi hon hon. sen. rep. gov. gen. capt. col. lt. sgt. amb. herr frau rechtsanwalt rechtsanwältin dipl.-kfm. dipl.-psych. priv.-doz. pfarrer pfarrerin pater mme mlle me maître sr. sra. srta. dña. ing. arch. avv. on. don drs. ir. mr.dr. δρ δρ. καθ. проф д.и.н. к.э.н. shri smt dr.ir. ustaz د. أ.د. د م. dipl.-ing. ing. mag. lic. dott. dott.ssa don doña д-р проф. ד״ר".split()
)

CHINESE_SURNAMES = frozenset(
    "王李张張刘劉陈陳杨楊赵趙黄黃周吴吳徐孙孫胡朱高林何郭马馬罗羅梁宋郑鄭谢謝韩韓唐冯馮于董萧蕭程曹袁邓鄧许許傅沈曾彭吕呂苏蘇卢盧蒋蔣蔡贾賈丁魏薛叶葉阎閻余潘杜戴夏钟鐘汪田任姜范方石姚谭譚廖邹鄒熊金陆陸郝孔白崔康毛邱秦江史顾顧侯邵孟龙龍万萬段雷钱錢汤湯尹黎易常武乔喬贺賀赖賴龚龔文庞龐樊兰蘭殷施陶洪翟安颜顏倪严嚴牛温溫芦季俞章鲁魯葛伍韦韋申尤毕畢聂聶丛叢焦向柳邢路岳齐齊梅莫庄莊辛管祝左涂谷祁时耿牟卜肖詹关關苗凌费費纪紀靳盛童欧歐甄项項曲成游阳裴席卫衛查屈鲍鮑位覃霍翁隋植甘景薄单單包司柏宁寧柯阮桂闵解强強柴华華车車冉房边邊辜吉饶饒刁瞿戚丘古米池滕晋苑邬臧畅宫来嵺苟全褚廉简娄盖符奚木穆党燕郎邸冀谈姬屠连郜晏栾郁商蒙计喻揭窦迟宇敖糜鄢冷卓花仇艾蓝都巩稽井练仲乐虞卞封竺冼原官衣楚佟栗匡宗应台巫鞠僧桑荆谌银扬明沙薄伏岑习胥保和蔺"
)
KOREAN_SURNAMES = frozenset(
    "김이박최정강조윤장임한오서신권황안송류전홍고문양손배백허유남심노하곽성차주우구라민진지엄채원천방공현함변염여추도소석선설마길연위표명기반왕금옥육인맹제모탁국어은편용예경봉사부"
)

EAST_ASIAN_LABELS = (
    "作者", "见习编辑", "见习记者", "实习记者", "特约记者", "首席记者", "资深记者", "實習記者", "特約記者", "撰文", "撰稿", "文字", "采写", "採訪", "采访", "记者", "記者", "本报记者", "评论员", "評論員", "特约评论员", "通讯员", "著者", "執筆", "取材・文・撮影", "取材・文", "撮影・文", "写真・文", "構成・文", "文・構成", "文・撮影", "取材・執筆", "インタビュー・文", "聞き手", "取材・構成", "構成", "編集委員", "論説委員", "解説委員", "客員編集委員", "文・写真", "文／", "文/", "文", "筆者", "ライター", "特派员", "特派員", "主筆", "原创", "原創", "글", "기자", "필자", "저자", "작성자",
)  # fmt: skip
EAST_ASIAN_SOURCE_LABELS = (
    "来源",
    "來源",
    "来自",
    "稿源",
    "出处",
    "出處",
    "出典",
    "提供",
    "文章来源",
    "新闻来源",
    "信息来源",
    "출처",
    "제공",
    "転載元",
)
EAST_ASIAN_CREDIT_LABELS = (
    "责任编辑",
    "責任編輯",
    "责编",
    "責編",
    "编辑",
    "編輯",
    "编译",
    "編譯",
    "翻译",
    "翻譯",
    "翻訳者",
    "翻訳",
    "译者",
    "摄影",
    "攝影",
    "摄",
    "图",
    "圖",
    "图片",
    "选稿",
    "校对",
    "审核",
    "监制",
    "イラスト",
    "写真",
    "撮影",
    "編集",
    "構成",
    "사진",
    "편집",
    "번역",
)
EAST_ASIAN_TAILS = ("报道", "報導", "報道", "电", "電", "讯", "訊", "综合", "綜合", "供稿", "撰写")
KOREAN_ROLES = (
    "기자",
    "특파원",
    "논설위원",
    "편집장",
    "평론가",
    "칼럼니스트",
    "소설가",
    "교수",
    "작가",
    "선임기자",
    "인턴기자",
    "통신원",
    "PD",
    "앵커",
)
JAPANESE_SURNAMES = frozenset(
    "田中 佐藤 鈴木 高橋 伊藤 渡辺 渡邊 山本 中村 小林 加藤 吉田 山田 佐々木 山口 松本 井上 木村 斎藤 齋藤 清水 山崎 池田 橋本 阿部 石川 前田 藤田 小川 岡田 後藤 長谷川 石井 村上 近藤 坂本 遠藤 青木 藤井 西村 福田 太田 三浦 藤原 "
    "岡本 松田 中川 中野 原田 小野 竹内 田村 金子 和田 中山 石田 上田 森田 柴田 酒井 工藤 横山 宮崎 宮本 内田 高木 安藤 谷口 大野 丸山 今井 河野 藤本 村田 武田 上野 杉山 増田 平野 大塚 千葉 久保 松井 小島 岩崎 桜井 野口 松尾 "
    "野村 木下 菊地 佐野 大西 杉本 新井 浜田 菅原 市川 水野 小松 島田 古川 小山 高田 西田 菊池 山内 西川 五十嵐 北村 安田 中田 川口 平田 川崎 飯田 吉川 本田 久保田 沢田 辻 関 吉村 中島 岩田 服部 樋口 福島 川上 永井 松岡".split()
)
"""Family names that tell a Japanese name of two words from two Chinese ones."""
JAPANESE_DESKS = (
    "編集部",
    "新聞",
    "通信",
    "新社",
    "取材班",
    "事務所",
    "ニュース",
    "デジタル",
    "网",
    "網",
    "报",
    "報",
    "社",
    "日报",
    "晚报",
    "电视台",
    "頻道",
    "频道",
    "编辑部",
    "뉴스",
    "신문",
    "일보",
    "편집국",
    "미디어",
)
