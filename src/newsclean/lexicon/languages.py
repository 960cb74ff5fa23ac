"""Small words that tell languages of one script apart, and letters that do. Data only.

FUNCTION_WORDS: language → its commonest small words; words that several languages share say less and are few.
LETTERS: script → ((letters, language), …), the surest first; the last entry of a script has no letters and is its default.
"""

from __future__ import annotations

FUNCTION_WORDS: dict[str, frozenset[str]] = {
    "en": frozenset("the and of to that for with was on by this from are his have which be has not were who their had they been it".split()),
    "de": frozenset("der die und das den nicht von mit ist auf sich dem für eine ein im auch als wird nach dass werden sind zum bei".split()),
    "fr": frozenset("le les des et du une dans est pour que qui sur avec au pas plus par ce sont ont cette aux mais nous il".split()),
    "es": frozenset("el los las y del una en por con que para su es al lo como más pero sus este ha fue sobre desde".split()),
    "it": frozenset("il di che è la per un del della con non una nel i gli dei più alla dal delle anche si sono ha questo".split()),
    "pt": frozenset("o os as e do da em um uma para com não que por mais dos das no na ao foi são pelo também sua".split()),
    "nl": frozenset("de het een van en in is dat op te voor zijn met niet aan er om ook die naar maar bij wordt door uit".split()),
    "sv": frozenset("och att det som en på är av för med den till inte har de om ett men var sig från vi kan när han".split()),
    "da": frozenset("og at det som en på er af for med den til ikke har de om et men var sig fra vi kan når ikke blev".split()),
    "no": frozenset("og at det som en på er av for med den til ikke har de om et men var seg fra vi kan når etter ble".split()),
    "fi": frozenset("ja on että ei se oli ovat myös mutta hän kun joka kuin mukaan ole sen tai jos nyt vain niin".split()),
    "pl": frozenset("i w na z do się że nie jest to o jak po od za przez dla są oraz który ale przy tym jego".split()),
    "cs": frozenset("a v na se že je do z s o by pro ale jako za od jsou po podle který jsem také když už byl".split()),
    "sk": frozenset("a v na sa že je do z s o by pre ale ako za od sú po podľa ktorý som aj keď už bol".split()),
    "hu": frozenset("a az és hogy nem is egy meg ez csak már volt de ki mint még szerint azt el lesz után volna".split()),
    "ro": frozenset("și în de la a cu pe care nu din pentru că o un mai este sunt au fost prin după dar sau această".split()),
    "hr": frozenset("i u je na da se za su od s kako koji ali iz što bi po nije te o ili biti sam kao".split()),
    "sl": frozenset("in je v da na za se so pa z ki ne tudi bi po od ni s ter še kot ali ko bo".split()),
    "tr": frozenset("ve bir bu için ile da de olarak daha çok olan gibi ancak kadar sonra en ise değil her göre ne o".split()),
    "id": frozenset("yang dan di ini itu dengan untuk dari pada dalam tidak akan adalah juga oleh ke karena telah bisa ada saat".split()),
    "vi": frozenset("và của là có trong cho được không với một này các những người đã từ khi để đến như tại về".split()),
    "ca": frozenset("el els les i de la que en un una per amb és al no com més del ha seva aquest són però".split()),
    "et": frozenset("ja on et ei see oli mis ka kui ning oma aga selle nii või pärast ta veel olla kes mida".split()),
    "lv": frozenset("un ir ar par no uz ka kas arī lai bet tika pēc vai kā tas šo ko gan nav viņš".split()),
    "lt": frozenset("ir kad į yra su iš tai kaip bet buvo apie jau dėl tik ar dar jo po nuo savo kurie".split()),
}  # fmt: skip

LETTERS: dict[str, tuple[tuple[str, str], ...]] = {
    "cyrillic": (("ў", "be"), ("їєґ", "uk"), ("ћђјљњ", "sr"), ("ыэё", "ru"), ("ъщ", "bg"), ("", "ru")),
    "arabic": (("ٹڈڑےں", "ur"), ("پچژگ", "fa"), ("", "ar")),
    "han": (("", "zh"),),
    "kana": (("", "ja"),),
    "hangul": (("", "ko"),),
    "greek": (("", "el"),),
    "hebrew": (("", "he"),),
    "devanagari": (("ळ", "mr"), ("", "hi")),
    "bengali": (("", "bn"),),
    "tamil": (("", "ta"),),
    "thai": (("", "th"),),
    "georgian": (("", "ka"),),
    "armenian": (("", "hy"),),
}  # fmt: skip

SCRIPT_LANGUAGES: dict[str, frozenset[str]] = {
    "cyrillic": frozenset("ru uk be bg sr mk kk ky mn tg tt ba cv os bs".split()),
    "arabic": frozenset("ar fa ur ps ckb sd ug ku az".split()),
    "han": frozenset("zh yue wuu ja cmn".split()),
    "kana": frozenset({"ja"}),
    "hangul": frozenset({"ko"}),
    "greek": frozenset({"el"}),
    "hebrew": frozenset({"he", "yi", "iw"}),
    "devanagari": frozenset({"hi", "mr", "ne", "sa", "kok"}),
    "bengali": frozenset({"bn", "as"}),
    "tamil": frozenset({"ta"}),
    "thai": frozenset({"th"}),
    "georgian": frozenset({"ka"}),
    "armenian": frozenset({"hy"}),
}  # fmt: skip
"""Languages that a declared code may name for a text in the script."""

NEIGHBOURS: dict[str, tuple[str, str, str]] = {"uk": ("їєґі", "ыэёъ", "ru")}
"""Language → letters of its own, those of a neighbour that has none of them, and the neighbour."""
