"""Bytes that say one thing and are another."""

from __future__ import annotations

from .page import ARTICLE, META, TITLE, Case, page, page_text

_WORDS = {
    "ja": ("灯台が冬の修理を終えて再び公開された", "火曜日の朝、北の防波堤にある灯台が冬の修理を終えて再び公開され、開門前から多くの人が列を作った。市によると費用は約三億円で、夜の船の助けになるという。"),
    "zh": ("灯塔维修后重新开放", "周二上午，北防波堤上的灯塔经过一个冬天的维修后重新开放，开门之前已有许多游客排起长队。市政府表示，费用约为三百万，将为夜间航行的船只提供帮助。"),
    "ko": ("등대가 겨울 수리를 마치고 다시 문을 열었다", "화요일 아침 북쪽 방파제의 등대가 겨울 수리를 마치고 다시 문을 열었으며 문이 열리기 전부터 많은 사람이 줄을 섰다고 시 당국이 밝혔다."),
    "ru": ("Маяк снова открыт после зимнего ремонта", "Маяк на северном молу снова открыли во вторник после зимнего ремонта, и очередь посетителей выстроилась вдоль стены задолго до того, как смотритель повернул ключ."),
    "el": ("Ο φάρος άνοιξε ξανά μετά τις επισκευές", "Ο φάρος στον βόρειο μόλο άνοιξε ξανά την Τρίτη μετά από έναν χειμώνα επισκευών, και η ουρά των επισκεπτών είχε σχηματιστεί πολύ πριν ανοίξει η πόρτα."),
    "he": ("המגדלור נפתח מחדש לאחר תיקונים", "המגדלור ברציף הצפוני נפתח מחדש ביום שלישי לאחר חורף של תיקונים, ותור של מבקרים נוצר לאורך החומה זמן רב לפני שהשומר סובב את המפתח."),
    "ar": ("إعادة فتح المنارة بعد أشهر من الإصلاح", "أعيد فتح المنارة على الرصيف الشمالي يوم الثلاثاء بعد شتاء من الإصلاحات، ووقف الزوار في طابور طويل قبل أن يفتح الحارس الباب بوقت طويل."),
    "tr": ("Deniz feneri kış onarımından sonra açıldı", "Kuzey mendireğindeki deniz feneri kış onarımının ardından salı günü yeniden açıldı ve bekçi anahtarı çevirmeden çok önce ziyaretçiler sıraya girdi."),
    "pl": ("Latarnia znów otwarta po zimowym remoncie", "Latarnia na północnym molo została ponownie otwarta we wtorek po zimowym remoncie, a kolejka zwiedzających ustawiła się wzdłuż muru długo przedtem."),
    "de": ("Leuchtturm öffnet nach Reparaturen", "Der Leuchtturm auf der Nordmole öffnete am Dienstag – nach einem Winter voller Reparaturen – wieder; „endlich“, sagte die Wärterin über die Größe für 12 € …"),
    "th": ("ประภาคารเปิดอีกครั้งหลังซ่อมแซม", "ประภาคารบนเขื่อนด้านเหนือเปิดอีกครั้งในวันอังคารหลังจากซ่อมแซมตลอดฤดูหนาว และผู้เข้าชมเข้าแถวยาวก่อนที่ผู้ดูแลจะไขกุญแจ"),
    "uk": ("Міст через гавань знову відкрито", "Міст через гавань знову відкрили у п'ятницю після дев'яти місяців ремонту, і перші автобуси перетнули його на світанку, поки невеликий натовп мешканців дивився з набережної."),
    "bg": ("Мостът над пристанището отново е отворен", "Мостът над пристанището беше отворен отново в петък след девет месеца ремонт, а първите автобуси го прекосиха призори, докато малка тълпа от жители гледаше от кея."),
    "cs": ("Přístavní most znovu otevřen", "Přístavní most byl v pátek po devíti měsících oprav znovu otevřen a první autobusy po něm přejely za úsvitu, zatímco malý dav obyvatel přihlížel z nábřeží. Příští rok začne druhá etapa, řekl starosta."),
    "vi": ("Ngọn hải đăng mở cửa trở lại", "Ngọn hải đăng trên đê phía bắc mở cửa trở lại vào thứ ba sau một mùa đông sửa chữa, và khách đã xếp hàng dài trước khi người canh mở khóa."),
}  # fmt: skip
_LEGACY = {
    "ja": ("shift_jis", "euc-jp", "iso-2022-jp"), "zh": ("gb2312", "gbk", "gb18030", "big5"), "ko": ("euc-kr",),
    "uk": ("windows-1251", "koi8-u"), "bg": ("windows-1251", "iso-8859-5"), "cs": ("windows-1250", "iso-8859-2"),
    "ru": ("windows-1251", "koi8-r", "iso-8859-5", "ibm866", "x-mac-cyrillic"), "el": ("windows-1253", "iso-8859-7"),
    "he": ("windows-1255", "iso-8859-8"), "ar": ("windows-1256", "iso-8859-6"), "tr": ("windows-1254", "iso-8859-9"),
    "pl": ("windows-1250", "iso-8859-2"), "de": ("windows-1252", "iso-8859-15", "macintosh"), "th": ("windows-874", "tis-620"),
    "vi": ("windows-1258",),
}  # fmt: skip
_UNTOLD = frozenset(("macintosh", "windows-1258"))
"""Not told from other Latin encodings where nothing declares them."""
_CODECS = {"x-mac-cyrillic": "mac-cyrillic", "macintosh": "mac-roman", "windows-874": "cp874", "big5": "big5hkscs"}
_BOMS = {
    "utf-8": b"\xef\xbb\xbf", "utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff", "utf-32-le": b"\xff\xfe\0\0",
    "utf-32-be": b"\0\0\xfe\xff",
}  # fmt: skip


def _made(language: str, head: str = "") -> str:
    title, text = _WORDS[language]
    return (
        f"<!DOCTYPE html><html><head>{head}<title>{title}</title></head><body><article><h1>{title}</h1>"
        + "".join(f"<p>{text} {text}</p>" for _ in range(4))
        + "</article></body></html>"
    )


def _bytes(language: str, label: str, head: str) -> bytes:
    return _made(language, head).encode(_CODECS.get(label, label), "ignore")


def _must(language: str, label: str) -> tuple[str, ...]:
    text = _WORDS[language][1].encode(_CODECS.get(label, label), "ignore").decode(_CODECS.get(label, label))
    return (text[4:12],)


_LABELS = (
    "utf8", "UTF8", "unicode-1-1-utf-8", "utf-8;", "'utf-8'", "utf-8 ", "utf_8", "UTF-8, text/html", "none", "", "auto", "x" * 5000,
    "utf-8\x0b", "utf-16", "utf-16be", "utf-32", "utf-7", "ucs-2", "iso-10646-ucs-2", "x-user-defined", "replacement",
    "iso-2022-kr", "hz-gb-2312", "base64", "hex", "rot_13", "punycode", "unicode_escape", "raw_unicode_escape", "bz2", "zlib",
    "uu", "quopri", "undefined", "mbcs", "oem", "string_escape", "../../etc/passwd", "%s", "{0}", "utf-8\\0", "é", "utf-8<", "u t f",
    "cp65001", "ansi", "ascii", "latin1", "iso8859-1", "windows-1252", "cesu-8", "bocu-1", "scsu", "binary", "us-ascii",
)  # fmt: skip
_HEADS = {
    "http_equiv": '<meta http-equiv="Content-Type" content="text/html; charset={}">',
    "http_equiv_reversed": '<meta content="text/html; charset={}" http-equiv="Content-Type">',
    "unquoted": "<meta charset={}>", "upper": "<META CHARSET='{}'>", "spaces": "<meta  charset = '{}' />",
    "newline": "<meta\ncharset\n=\n'{}'>", "after_comment": "<!-- <meta charset=x> --><meta charset='{}'>",
    "in_comment_only": "<!-- <meta charset=utf-8> --><meta charset='{}'>", "after_script": "<script>a='<meta charset=x>'</script><meta charset='{}'>",
    "late": "<!--" + "x" * 1100 + "--><meta charset='{}'>", "later": "<script>" + "x" * 4000 + "</script><meta charset='{}'>",
    "twice": "<meta charset='{0}'><meta charset='{0}'>", "content_only": "<meta name=x content='text/html; charset={}'>",
    "noscript": "<noscript><meta charset='{}'></noscript>", "semicolon": "<meta http-equiv=Content-Type content='text/html;charset={};'>",
}  # fmt: skip

CASES = [
    *(
        Case(f"encodings/{lang}_{label}_declared", lambda lang=lang, label=label: _bytes(lang, label, f'<meta charset="{label}">'), must=_must(lang, label))
        for lang, labels in _LEGACY.items() for label in labels
    ),
    *(
        Case(f"encodings/{lang}_{label}_undeclared", lambda lang=lang, label=label: _bytes(lang, label, ""), must=_must(lang, label) if label not in _UNTOLD else ())
        for lang, labels in _LEGACY.items() for label in labels
    ),
    *(
        Case(f"encodings/{lang}_{label}_called_utf8", lambda lang=lang, label=label: _bytes(lang, label, "<meta charset=utf-8>"), must=_must(lang, label) if label not in _UNTOLD else ())
        for lang, labels in _LEGACY.items() for label in labels
    ),
    *(
        Case(f"encodings/{lang}_utf8_called_{label}", lambda lang=lang, label=label: _made(lang, f"<meta charset={label}>").encode(), must=(_WORDS[lang][1][:8],))
        for lang, labels in _LEGACY.items() for label in labels
    ),
    *(
        Case(f"encodings/{name}_{label}", lambda h=h, label=label: _bytes("de", label, h.format(label)), must=("Der Leuchtturm",))
        for name, h in _HEADS.items() for label in ("windows-1252", "utf-8")
    ),
    *(Case(f"encodings/label_{n}", lambda x=x: _made("de", f'<meta charset="{x}">').encode("utf-8"), must=("turm auf der Nordmole öffnete",)) for n, x in enumerate(_LABELS)),
    *(Case(f"encodings/label_latin_{n}", lambda x=x: _made("de", f'<meta charset="{x}">').encode("cp1252", "replace"), must=("turm auf der Nordmole",)) for n, x in enumerate(_LABELS)),
    *(Case(f"encodings/bom_{c}_{lang}", lambda c=c, b=b, lang=lang: b + _made(lang).encode(c), must=(_WORDS[lang][1][:8],)) for c, b in _BOMS.items() for lang in ("de", "ru", "ja")),
    *(Case(f"encodings/no_bom_{c}", lambda c=c: _made("de").encode(c), must=()) for c in _BOMS),
    *(Case(f"encodings/bom_lies_{c}", lambda b=b: b + _made("de").encode(), must=(), refuses=True) for c, b in _BOMS.items()),
    *(Case(f"encodings/bom_{c}_meta_lies", lambda c=c, b=b: b + _made("de", "<meta charset=koi8-r>").encode(c), must=("Nordmole öffnete",)) for c, b in _BOMS.items()),
    Case("encodings/utf7", lambda: _made("de").encode("utf-7"), must=()),
    Case("encodings/utf7_script", lambda: page("<p>+ADw-script+AD4-alert(1)+ADw-/script+AD4-</p>" + ARTICLE, head=META + "<meta charset=utf-7>")),
    Case("encodings/ebcdic", lambda: _made("de").encode("cp500", "replace"), must=(), refuses=True),
    Case("encodings/utf16_odd_length", lambda: b"\xff\xfe" + _made("de").encode("utf-16-le") + b"x", must=("Nordmole öffnete",)),
    Case("encodings/utf16_lone_surrogates", lambda: b"\xff\xfe" + _made("de").encode("utf-16-le").replace("N".encode("utf-16-le"), b"\x00\xd8N\x00"), must=("ordmole",)),
    Case("encodings/utf8_truncated", lambda: page()[:-40] + b"\xe2\x82"),
    Case("encodings/utf8_overlong", lambda: page(ARTICLE + "<p>XX</p>").replace(b"XX", b"\xc0\xbcscript\xc0\xbe")),
    Case("encodings/utf8_surrogates", lambda: page(ARTICLE + "<p>XX</p>").replace(b"XX", b"\xed\xa0\xbd\xed\xb8\x80")),
    Case("encodings/utf8_beyond", lambda: page(ARTICLE + "<p>XX</p>").replace(b"XX", b"\xf4\x90\x80\x80\xf8\x88\x80\x80\x80")),
    Case("encodings/utf8_some_latin", lambda: page(ARTICLE + "<p>XX</p>").replace(b"XX", "Größe über".encode("cp1252"))),
    Case("encodings/latin_some_utf8", lambda: _made("de").encode("cp1252", "replace") + "<p>Größe</p>".encode(), must=("Nordmole",)),
    Case("encodings/mojibake", lambda: _made("de").encode().decode("latin-1").encode(), must=("auf der Nordmole",)),
    Case("encodings/every_byte", lambda: page(ARTICLE + "<p>XX</p>").replace(b"XX", bytes(range(256)).replace(b"<", b""))),
    Case("encodings/iso2022_escape_open", lambda: page(ARTICLE + "<p>\x1b$Bxx</p>", head=META + "<meta charset=iso-2022-jp>"), must=()),
    Case("encodings/nul_each_second_line", lambda: page().replace(b"<p>", b"\0<p>\0")),
    Case("encodings/nul_at_start", lambda: b"\0\0\0" + page(), refuses=True),
    Case("encodings/ff_at_start", lambda: b"\xff\xff" + page()),
    Case("encodings/memoryview", lambda: memoryview(page())),
    Case("encodings/bytearray_utf16", lambda: bytearray(b"\xff\xfe" + page_text().encode("utf-16-le"))),
    Case("encodings/str_surrogate_pairs", lambda: page_text(ARTICLE + "<p>\ud83d\ude00 x</p>")),
    Case("encodings/str_nul", lambda: page_text(ARTICLE + "<p>a\0b</p>")),
    Case("encodings/str_surrogates_everywhere", lambda: page_text(ARTICLE, head=META + '<meta name=description content="\udfff"><meta property=og:site_name content="x\ud800y">', title=TITLE + "\udc80")),
    Case("encodings/str_declares_utf16", lambda: page_text(head=META + "<meta charset=utf-16>")),
    Case("encodings/str_declares_koi8", lambda: _made("de", "<meta charset=koi8-r>"), must=("Nordmole öffnete",)),
    Case("encodings/str_xml_koi8", lambda: '<?xml version="1.0" encoding="koi8-r"?>' + _made("de"), must=("Nordmole öffnete",)),
    Case("encodings/xml_declared", lambda: b'<?xml version="1.0" encoding="koi8-r"?>' + _made("ru").encode("koi8-r", "ignore"), must=("снова",)),
    Case("encodings/xml_utf16_lie", lambda: b'<?xml version="1.0" encoding="utf-16"?>' + page()),
    Case("encodings/noncharacters", lambda: page(ARTICLE + "<p>\ufffe\uffff\U0001ffff\ufdd0</p>")),
    Case("encodings/line_separators", lambda: page(ARTICLE + "<p>a\u2028b\u2029c\x85d</p>")),
]  # fmt: skip
