"""Nesting: around the article, before it, behind it, unclosed and misnested."""

from __future__ import annotations

from .page import ARTICLE, PARAGRAPHS, TEXTS, Case, page

_TAGS = {
    "div": ("<div>", "</div>"), "span": ("<span>", "</span>"), "b": ("<b>", "</b>"), "a": ("<a href=/x>", "</a>"),
    "font": ("<font size=2>", "</font>"), "blockquote": ("<blockquote>", "</blockquote>"), "section": ("<section>", "</section>"),
    "table": ("<table><tr><td>", "</td></tr></table>"), "ul": ("<ul><li>", "</li></ul>"), "ol": ("<ol><li>", "</li></ol>"),
    "dl": ("<dl><dd>", "</dd></dl>"), "article": ("<article>", "</article>"), "form": ("<form>", "</form>"),
    "center": ("<center>", "</center>"), "fieldset": ("<fieldset>", "</fieldset>"), "details": ("<details open>", "</details>"),
    "custom": ("<x-y>", "</x-y>"), "main": ("<main>", "</main>"), "p": ("<p>", "</p>"), "em": ("<em>", "</em>"),
    "label": ("<label>", "</label>"), "ins": ("<ins>", "</ins>"), "h2": ("<h2>", "</h2>"), "q": ("<q>", "</q>"),
    "aside": ("<aside>", "</aside>"), "figure": ("<figure>", "</figure>"), "nav": ("<nav>", "</nav>"),
    "tbody": ("<table><tbody>", "</tbody></table>"), "menu": ("<menu>", "</menu>"), "classed": ("<div class=c id=d>", "</div>"),
    "small": ("<small>", "</small>"), "mixed": ("<div><span><b>", "</b></span></div>"), "nobr": ("<nobr>", "</nobr>"),
}  # fmt: skip
_SKIPPED = {
    "svg": ("<svg>", "</svg>"), "g": ("<svg><g>", "</g></svg>"), "math": ("<math><mrow>", "</mrow></math>"),
    "template": ("<template>", "</template>"), "noscript": ("<noscript>", "</noscript>"), "object": ("<object>", "</object>"),
    "iframe": ("<iframe>", "</iframe>"), "select": ("<select>", "</select>"), "button": ("<button>", "</button>"),
    "ruby": ("<ruby><rt>", "</rt></ruby>"), "video": ("<video>", "</video>"), "canvas": ("<canvas>", "</canvas>"),
    "option": ("<option>", "</option>"), "frameset": ("<frameset>", "</frameset>"), "audio": ("<audio>", "</audio>"),
    "map": ("<map>", "</map>"), "textarea": ("<textarea>", "</textarea>"), "picture": ("<picture>", "</picture>"),
}  # fmt: skip
_MUST_BE_KEPT = frozenset("div span section blockquote article center custom b font classed mixed".split())


def _around(opening: str, closing: str, times: int) -> bytes:
    return page(opening * times + ARTICLE + closing * times)


CASES = [
    *(
        Case(
            f"depth/inside_{name}_{times}", lambda o=o, c=c, t=times: _around(o, c, t),
            must=("KEEPTWO", "KEEPSIX") if name in _MUST_BE_KEPT else (), refuses=name not in _MUST_BE_KEPT or times > 3000,
            is_big=times > 3000,
        )
        for name, (o, c) in _TAGS.items()
        for times in (30, 150, 500, 3000, 40000)
    ),
    *(
        Case(f"depth/unclosed_{name}_{times}", lambda o=o, t=times: page(o * t + ARTICLE), must=(), refuses=True, is_big=times > 3000)
        for name, (o, _) in (_TAGS | _SKIPPED).items()
        for times in (300, 20000)
    ),
    *(
        Case(f"depth/{place}_{name}_{times}", lambda o=o, c=c, t=times, p=place: page(**{"after" if p == "after" else "before": o * t + "x" + c * t}),
            must=("KEEPTWO", "KEEPSIX"), refuses=True, is_big=times > 3000)
        for place in ("before", "after")
        for name, (o, c) in (_TAGS | _SKIPPED).items()
        for times in (300, 20000)
    ),
    *(
        Case(f"depth/within_{name}_{times}", lambda o=o, c=c, t=times: page(PARAGRAPHS[0] + o * t + "x" + c * t + "".join(PARAGRAPHS[1:])),
            must=("KEEPTWO", "KEEPSIX") if times < 3000 else (), refuses=True, is_big=times > 3000)
        for name, (o, c) in (_TAGS | _SKIPPED).items()
        for times in (100, 600, 20000)
    ),
    *(
        Case(f"depth/each_{name}", lambda o=o, c=c: page("".join(o * 40 + p + c * 40 for p in PARAGRAPHS)), must=("KEEPTWO", "KEEPSIX"))
        for name, (o, c) in _TAGS.items() if name in _MUST_BE_KEPT
    ),
    *(
        Case(f"depth/staircase_{name}", lambda o=o, c=c: page("".join(o * 60 + f"<p>{t}</p>" for t in TEXTS) + c * 300), must=("KEEPTWO",))
        for name, (o, c) in _TAGS.items() if name in _MUST_BE_KEPT
    ),
    *(
        Case(f"depth/misnested_{n}", lambda m=m: page(ARTICLE + m), must=(), refuses=True, is_big=True)
        for n, m in {
            "b_p": "<b><p>x" * 5000, "a_div": "<a><div>x" * 5000, "b_i_cross": "<b><i>x</b></i>" * 5000,
            "table_b": "<table><b>" * 2000, "table_table": "<table><table>" * 3000, "a_table": "<a><table><a>" * 1500,
            "p_font": "<p><font color=red>x" * 5000, "nobr_b": "<nobr><b>x" * 5000, "li_b": "<li><b>x" * 5000,
            "form_div": "<form><div></form>" * 5000, "ins_del": "<ins><del>x</ins>" * 5000, "h1_h2": "<h1><h2>x" * 5000,
            "svg_p": "<svg><p>x" * 3000, "math_mi_p": "<math><mi><p>x" * 3000, "select_table": "<select><table>" * 3000,
            "ends_cross": "<div><span></div></span>" * 10000, "dd_dt": "<dd><dt>x" * 5000, "option_optgroup": "<option><optgroup>" * 5000,
            "caption_td": "<table><caption><td>" * 2000, "button_p": "<button><p>x" * 3000, "rt_rp": "<ruby><rt><rp>" * 3000,
        }.items()
    ),
]  # fmt: skip
