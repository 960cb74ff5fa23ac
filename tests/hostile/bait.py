"""Text on which a careless regular expression takes the square of its length."""

from __future__ import annotations

from .page import ARTICLE, TEXTS, TITLE, Case, page_text

_BAITS = ("-", " - ", "—", "|", " | ", ".", "..", ". ", ",", ", ", "a", "A", "aA", "a ", "A ", "Aa ", "A. ", "1", "1 ", "1.", "1/", "1:", "12:", "2025-", "2025 ", "\t", "\n", " ", "\u00a0", "\u3000", "/", "//", "\\", "(", ")", "()", "[", "]", "{", "}", "<", ">", "&lt;", "&gt;", '"', "'", "“", "”", "“a", "’", "`", "*", "_", "__", "#", "%", "@", "a@", "a@b.", "http://", "www.", "=", "+", "~", "^", "$", "!", "?", "?!", ":", ": ", ";", "…", "•", "»", "«", "©", "© ", "By ", "by ", "and ", "and A ", "A and ", "von ", "Von ", "de ", "Ann Lee, ", "Ann Lee and ", "Foto: ", "Photo: ", "Photo by ", "(AP) ", "(Reuters) ", "Read more: ", "Published ", "Updated: ", "March ", "3 March ", "March 3, ", "10:00 ", "Uhr ", "Mr. ", "Dr. ", "新", "新闻 ", "記者 ", "年", "2025年", "月日", "ک ", "ا", "и ", "И. ", "é", "e\u0301", "ß", "İ", "🙂", "\u200b", "\u200d", "\u00ad", "x-", "x_", "xY", "x1", "comment-", "x:y;", "0", "00", "0.", "e", "1e", "&", "&amp;", "Correction: ", "Correction ", "AI ", "generated ", "sponsored ", "advert ", "newsletter ", "sign up ", "is a reporter ", "— A ", "A (", "A [", "A/", "A|B ", "x, y ", "the ", "The ")  # fmt: skip


def _filled(bait: str, size: int) -> bytes:
    run = (bait * (size // len(bait.encode()) + 1))[:size].replace('"', "&quot;")
    head = (
        f'<meta name="author" content="By {run}x"><meta property="article:published_time" content="2{run}x"><meta property="og:title" content="{run}x"><meta property="og:site_name" content="{run}x"><meta name="description" content="{run}">'
        f'<meta name="keywords" content="{run}x"><link rel="canonical" href="https://{run}x"><meta property="og:image" content="https://x.example/{run}.jpg"><meta property="og:locale" content="{run}"><meta property="article:section" content="{run}">'
    )
    body = (
        f"<p class=byline>{run}</p><time datetime='{run.replace(chr(39), '')}'>{run}</time><p class=dek>{run}</p><h2>{run}</h2><figure><img src=/a.jpg alt='{run.replace(chr(39), '')}'><figcaption>{run}</figcaption></figure><ul><li>{run}</li></ul><p>{TEXTS[0]} {run}</p>"
        f"<blockquote>{run}</blockquote><p><b>{run}</b></p><p><a href='{run.replace(chr(39), '')}'>{run}</a></p><p class='{run.replace(chr(39), '')}' style='{run.replace(chr(39), '')}'>{run}</p><pre>{run}</pre><table><tr><td>{run}</td></tr></table>"
    )
    return page_text(
        body + ARTICLE + f"<p>{run}</p><div class=author-bio>{run}</div>", head=head, title=TITLE + " " + run
    ).encode("utf-8", "surrogatepass")


CASES = [
    Case(
        f"bait/fields_{n}_{size}",
        lambda b=b, s=size: _filled(b, s),
        must=("KEEPTWO",),
        refuses=size > 50_000,
        is_big=size > 50_000,
    )
    for n, b in enumerate(_BAITS)
    for size in (900, 20_000, 200_000)
]
