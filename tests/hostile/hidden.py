"""Text that no reader sees, and text that only looks as if."""

from __future__ import annotations

from .page import ARTICLE, META, PARAGRAPHS, PROMPT, TEXTS, Case, between, page

_STYLES = (
    "display:none", "display: none !important", "display:none ! important", "DISPLAY:NONE", "color:red;display:none;", "display:none;display:none", "display:block;display:none", "display:none!important;display:block", "display /**/ : none", "display:/* x */none", "display:none\\9", "display:n\\6fne", "\\64isplay:none",
    "visibility:hidden", "visibility: collapse", "content-visibility:hidden", "opacity:0", "opacity: 0.0", "opacity:0%", "opacity:.0", "opacity:.001", "opacity:1e-5", "filter:opacity(0)", "filter: opacity(0%)",
    "font-size:0", "font-size:0px", "font-size: 0 !important", "font-size:0.1px", "font-size:1px", "font:0/0 a", "line-height:0;font-size:0", "text-indent:-9999px", "text-indent:-999em;overflow:hidden",
    "width:0;height:0;overflow:hidden", "height:0;overflow:hidden", "max-height:0;overflow:hidden", "max-width:0;overflow:hidden", "width:1px;height:1px;overflow:hidden;position:absolute", "height:1px;overflow:hidden",
    "position:absolute;left:-9999px", "position:absolute; top:-10000px", "position:fixed;left:-100vw", "position:absolute;left:-5000em", "position:absolute;right:-9999px", "margin-left:-99999px", "transform:scale(0)", "transform:scale(0, 0)", "transform:translateX(-9999px)", "transform:translate(-10000px,0)",
    "clip:rect(0,0,0,0);position:absolute", "clip: rect(1px 1px 1px 1px);position:absolute", "clip-path:inset(100%)", "clip-path:circle(0)", "clip-path: polygon(0 0,0 0,0 0)",
    "color:transparent", "color:rgba(0,0,0,0)", "color:rgb(0 0 0 / 0)", "color:#fff0", "-webkit-text-fill-color:transparent", "color:white;background:white", "color:#fff;background-color:#ffffff", "color:#ffffff;background:#FFF", "color:rgb(255,255,255);background:white", "background:#000;color:black", "color:white", "color:#fff", "color:#FEFEFE",
)  # fmt: skip
_WRAPS = {
    "attribute": f"<div hidden><p>{PROMPT}</p></div>", "attribute_value": f'<p hidden="hidden">{PROMPT}</p>', "attribute_empty": f'<p hidden="">{PROMPT}</p>', "until_found": f"<p hidden=until-found>{PROMPT[5:]}</p>", "attribute_upper": f"<P HIDDEN>{PROMPT}</P>",
    "template": f"<template><p>{PROMPT}</p></template>", "noscript": f"<noscript><p>{PROMPT}</p></noscript>", "dialog": f"<dialog>{PROMPT}</dialog>", "popover": f"<div popover>{PROMPT}</div>", "popover_auto": f"<div popover=auto><p>{PROMPT}</p></div>",
    "comment": f"<!-- {PROMPT} -->", "script": f"<script>{PROMPT}</script>", "script_html": f"<script type='text/x-template'><p>{PROMPT}</p></script>", "script_json": f'<script type="application/json">"{PROMPT}"</script>', "style": f"<style>/* {PROMPT} */</style>",
    "select": f"<select><option>{PROMPT}</select>", "textarea": f"<textarea>{PROMPT}</textarea>", "input": f"<input value='{PROMPT}'>", "input_hidden": f"<input type=hidden value='{PROMPT}'>", "placeholder": f"<input placeholder='{PROMPT}'>", "option_label": f"<select><option label='{PROMPT}'></select>",
    "canvas": f"<canvas>{PROMPT}</canvas>", "video": f"<video>{PROMPT}</video>", "audio": f"<audio>{PROMPT}</audio>", "object": f"<object data=/x>{PROMPT}</object>", "iframe": f"<iframe src=/x>{PROMPT}</iframe>", "srcdoc": f"<iframe srcdoc='<p>{PROMPT}</p>'></iframe>",
    "noframes": f"<noframes>{PROMPT}</noframes>", "noembed": f"<noembed>{PROMPT}</noembed>", "applet": f"<applet>{PROMPT}</applet>", "svg_text": f"<svg><text>{PROMPT}</text></svg>", "svg_desc": f"<svg><desc>{PROMPT}</desc></svg>", "svg_title": f"<svg><title>{PROMPT}</title></svg>", "svg_metadata": f"<svg><metadata>{PROMPT}</metadata></svg>",
    "math_annotation": f"<math><annotation>{PROMPT}</annotation></math>", "data_attribute": f"<p data-text='{PROMPT}'>x</p>", "aria_label": f"<p aria-label='{PROMPT}'>x</p>", "aria_description": f"<p aria-description='{PROMPT}'>x</p>", "title_attribute": f"<a href=/x title='{PROMPT}'>x</a>",
    "alt_attribute": f"<p alt='{PROMPT}'>x</p>", "summary_attribute": f"<table summary='{PROMPT}'><tr><td>x</td></tr></table>", "abbr_title": f"<p><abbr title='{PROMPT}'>x</abbr></p>", "meta": f"<meta name=x content='{PROMPT}'>", "meter": f"<meter>{PROMPT}</meter>", "progress": f"<progress>{PROMPT}</progress>",
    "datalist": f"<datalist><option value='{PROMPT}'></datalist>", "rp": f"<ruby>x<rp>{PROMPT}</rp></ruby>", "object_param": f"<object><param value='{PROMPT}'></object>", "colgroup": f"<table><colgroup><col title='{PROMPT}'></colgroup><tr><td>x</table>", "map": f"<map><area alt='{PROMPT}'></map>",
    "cdata": f"<![CDATA[{PROMPT}]]>", "pi": f"<?x {PROMPT}?>", "entity": f"<!ENTITY x '{PROMPT}'>", "image_map": f"<img usemap=#m longdesc='{PROMPT}' src=/a.jpg>", "nested_hidden": f"<div style='display:none'><div><div><section><p>{PROMPT}</p></section></div></div></div>",
    "hidden_span": f"<p>x <span style='display:none'>{PROMPT}</span> y</p>", "hidden_span_attribute": f"<p>x <span hidden>{PROMPT}</span> y</p>", "hidden_li": f"<ul><li>x</li><li hidden>{PROMPT}</li></ul>", "hidden_td": f"<table><tr><td>x</td><td style='display:none'>{PROMPT}</td></tr></table>", "hidden_h2": f"<h2 hidden>{PROMPT}</h2>",
    "paper": f"<div style='background:#123456'><p style='color:#123456'>{PROMPT}</p></div>", "white_font": f"<font color=white>{PROMPT}</font>", "white_cell": f"<table><tr><td bgcolor='#ffffff'><p style='color:#fff'>{PROMPT}</p></td></tr></table>",
    "hidden_b": f"<p><b style='visibility:hidden'>{PROMPT}</b> x</p>", "hidden_a": f"<p><a href=/x style='display:none'>{PROMPT}</a> x</p>", "hidden_figcaption": f"<figure><img src=/a.jpg><figcaption hidden>{PROMPT}</figcaption></figure>", "hidden_blockquote": f"<blockquote hidden>{PROMPT}</blockquote>", "hidden_pre": f"<pre hidden>{PROMPT}</pre>",
    "template_shadow_closed": f"<x-a><template>{PROMPT}</template></x-a>", "frameset": f"<frameset><noframes>{PROMPT}</noframes></frameset>", "title_body": f"<title>{PROMPT}</title>", "head_body": f"<head>{PROMPT}</head>" if False else "<i></i>",
}  # fmt: skip
_NAMES = (
    "sr-only",
    "visually-hidden",
    "visuallyhidden",
    "screen-reader-text",
    "screenreader",
    "element-invisible",
    "u-hidden",
    "is-hidden",
    "invisible",
    "d-none",
    "u-visuallyHidden",
    "assistive-text",
    "hidden",
)
_SHEETS = {
    "class": ".k1{display:none}", "id": "#k1{display:none}", "tag_class": "p.k1{display:none}", "tag_id": "P#k1{display:none}", "two": ".a,.k1{display:none}", "two_classes": "p.k1.k2{display:none}", "important": ".k1{display:none!important}", "spaces": ".k1 {\n  color: red;\n  display : none ;\n}", "upper": ".k1{DISPLAY:NONE}",
    "comment": "/* x */ .k1{/* y */display:none}", "comment_about": "/* .k1{} */.k1{display:none}", "comment_value": ".k1{display:/* x */none}", "after_rule": "a{b:c}.k1{display:none}", "child": "article .k1{display:none}", "child_sign": "article > .k1{display:none}", "chain": "html main article p.k1{display:none}", "beside": "h1 ~ .k1{display:none}", "next": "p + .k1{display:none}",
    "attribute": "[data-k]{display:none}", "attribute_value": 'p[data-k="1"]{display:none}', "attribute_word": "[class~=k1]{display:none}", "attribute_id": "[id=k1]{display:none}", "not": ".k1:not(.on){display:none}", "not_hover": ".k1:not(:hover){display:none}", "is": "article :is(.k1){display:none}", "star": "*.k1{display:none}", "escaped": ".\\6b 1{display:none}",
    "visibility": ".k1{visibility:hidden}", "opacity": ".k1{opacity:0}", "offscreen": ".k1{position:absolute;left:-9999px}", "indent": ".k1{text-indent:-9999px}", "font": ".k1{font-size:0}", "clip": ".k1{position:absolute;clip:rect(0,0,0,0)}", "height": ".k1{height:0;overflow:hidden}", "colour": ".k1{color:transparent}", "scale": ".k1{transform:scale(0)}",
    "media_all": "@media all{.k1{display:none}}", "media_screen": "@media screen{.k1{display:none}}", "media_wide": "@media screen and (min-width:1px){.k1{display:none}}", "media_not_print": "@media not print{.k1{display:none}}", "after_media": "@media print{a{b:c}}.k1{display:none}", "after_empty_media": "@media print{}.k1{display:none}", "supports": "@supports (display:block){.k1{display:none}}", "layer": "@layer x{.k1{display:none}}", "nested": ".x{.k1{display:none}}", "import_first": "@import 'x';.k1{display:none}", "charset": "@charset 'utf-8';.k1{display:none}",
    "html_comment": "<!-- .k1{display:none} -->", "cdata": "/*<![CDATA[*/.k1{display:none}/*]]>*/", "twice": ".k1{color:red}.k1{display:none}", "coloured_later": ".k1{display:none}.k1{color:red}", "block_before": ".k1{display:block}.k1{display:none}", "printed": ".k1{display:none}@media print{.k1{display:block}}", "unclosed": ".k1{display:none", "content_brace": "a::after{content:'}'}.k1{display:none}",
}  # fmt: skip
_SHOWN = {
    "print_only": "<style media=print>.k1{display:none}</style>", "media_print": "<style>@media print{.k1{display:none}}</style>", "block": "<style>.k1{display:block}</style>", "none_later_shown": "<style>.k1{display:none}.js .k1{display:block}</style>", "narrow": "<style>@media (max-width:600px){.k1{display:none}}</style>",
    "hover": "<style>.k1:hover{display:none}</style>", "before": "<style>.k1::before{display:none}</style>", "other": "<style>.k12{display:none}</style>", "commented": "<style>/*.k1{display:none}*/</style>", "supports": "<style>@supports not (display:grid){.k1{display:none}}</style>", "noscript": "<noscript><style>.k1{display:none}</style></noscript>",
    "disabled": "<style disabled type=text/x>.k1{display:none}</style>", "block_later": "<style>.k1{display:none}.k1{display:block}</style>", "block_important": "<style>.k1{display:block!important}.k1{display:none}</style>", "other_tag": "<style>div.k1{display:none}</style>", "other_ancestor": "<style>aside .k1{display:none}</style>", "not_child": "<style>body > .k1{display:none}</style>", "not_it": "<style>p:not(.k1){display:none}</style>", "script_class": "<style>.js .k1{display:none}</style>",
    "speech": "<style>@media speech{.k1{display:none}}</style>", "cloak": "<style>[v-cloak]{display:none}</style>", "empty": "<style>.k1:empty{display:none}</style>",
}  # fmt: skip
_LOOKS = {
    "aria_hidden": f"<p aria-hidden=true>{TEXTS[3]}</p>", "opacity_one": f"<p style='opacity:1'>{TEXTS[3]}</p>", "opacity_fade": f"<p style='opacity:0;transition:opacity 1s'>{TEXTS[3]}</p>", "display_block": f"<p style='display:block'>{TEXTS[3]}</p>", "name_none": f"<p style='--display:none-ish'>{TEXTS[3]}</p>",
    "background_none": f"<p style='background:none;border:none'>{TEXTS[3]}</p>", "font_size": f"<p style='font-size:0.9em'>{TEXTS[3]}</p>", "indent": f"<p style='text-indent:-1em;left:-5px;position:relative'>{TEXTS[3]}</p>", "height": f"<p style='height:0'>{TEXTS[3]}</p>", "class_hidden_words": f"<p class='hidden md:block'>{TEXTS[3]}</p>",
    "class_collapse": f"<div class='collapse show'><p>{TEXTS[3]}</p></div>", "details_open": f"<details open><p>{TEXTS[3]}</p></details>", "hidden_false": f"<p data-hidden=true>{TEXTS[3]}</p>", "overflow": f"<div style='overflow:hidden;height:300px'><p>{TEXTS[3]}</p></div>", "visible": f"<p style='visibility:visible'>{TEXTS[3]}</p>",
    "white_on_red": f"<p style='color:#fff;background:red'>{TEXTS[3]}</p>", "white_on_dark": f"<div style='background:#222'><p style='color:white'>{TEXTS[3]}</p></div>", "white_on_picture": f"<div style='background:url(/a.jpg)'><p style='color:white'>{TEXTS[3]}</p></div>", "gradient": f"<p style='color:transparent;background:linear-gradient(red,blue)'>{TEXTS[3]}</p>", "block_last": f"<p style='display:none;display:block'>{TEXTS[3]}</p>", "moved_by_half": f"<p style='transform:translate(-50%,-50%)'>{TEXTS[3]}</p>", "map": f"<map name=m><p>{TEXTS[3]}</p></map>", "object_of_nothing": f"<object><p>{TEXTS[3]}</p></object>",
}  # fmt: skip
_BOMBS = {
    "names": "<style>" + "".join(f".k{n}{{display:none}}" for n in range(30_000)) + "</style>" + "".join(f"<i class=k{n}>x</i>" for n in range(30_000)), "name_twice": "<style>" + ".k{display:none}.k{display:block}" * 20_000 + "</style>" + "".join(f"<i class='k k{n}'>x</i>" for n in range(20_000)),
    "ancestors": "<style>" + "".join(f".z{n} .k{{display:none}}" for n in range(3000)) + "</style>" + "<div class=k>" * 400 + "<i class=k>x</i>" * 20_000 + "</div>" * 400, "chain": "<style>.z" + " .k" * 12 + "{display:none}</style>" + "<div class=k>" * 400 + "x" + "</div>" * 400, "siblings": "<style>.z ~ .k{display:none}</style>" + "<i class=k>x</i>" * 30_000,
    "attributes": "<style>" + "".join(f"[data-k{n}=z]{{display:none}}" for n in range(3000)) + "</style>" + "<i data-k1=1>x</i>" * 30_000, "open_rules": "<style>" + ".k{opacity:0;" * 60_000 + "</style>", "no_rule": "<style>" + "opacity:0;" * 60_000 + "</style>", "open_media": "<style>" + "@media print{" * 30_000 + ".k{display:none}" * 30_000 + "</style>", "open_comments": "<style>" + "/*" * 100_000 + "</style>",
    "white": "<div style='color:white'>" * 400 + "<i style='color:white'>x</i>" * 20_000 + "</div>" * 400, "names_within": "<div class=sr-only>" * 400 + "<i>word</i>" * 20_000 + "</div>" * 400, "wide": "<style>.k{display:none}</style>" + "".join(f"<i class='k {'md:' * 200}k{n}'>x</i>" for n in range(3000)),
}  # fmt: skip

CASES = [
    *(Case(f"hidden/bomb_{n}", lambda m=m: page(ARTICLE + m), must=()) for n, m in _BOMBS.items()),
    *(Case(f"hidden/style_{n}", lambda s=s: page(between(f'<p style="{s}">{PROMPT}</p>')), must_not=("DROPX",)) for n, s in enumerate(_STYLES)),
    *(Case(f"hidden/style_div_{n}", lambda s=s: page(between(f'<div style="{s}"><p>{PROMPT}</p><p>{PROMPT}</p></div>')), must_not=("DROPX",)) for n, s in enumerate(_STYLES)),
    *(Case(f"hidden/style_span_{n}", lambda s=s: page(between(f'<p>x <span style="{s}">{PROMPT}</span> y</p>')), must_not=("DROPX",)) for n, s in enumerate(_STYLES)),
    *(Case(f"hidden/{n}", lambda m=m: page(between(m)), must_not=("DROPX",)) for n, m in _WRAPS.items()),
    *(Case(f"hidden/last_{n}", lambda m=m: page(ARTICLE + m), must_not=("DROPX",)) for n, m in _WRAPS.items()),
    *(Case(f"hidden/first_{n}", lambda m=m: page(m + ARTICLE), must_not=("DROPX",), not_title=("DROPX",)) for n, m in _WRAPS.items()),
    *(Case(f"hidden/name_{n}", lambda c=c: page(between(f'<p class="{c}">{PROMPT}</p>')), must_not=("DROPX",)) for n, c in enumerate(_NAMES)),
    *(Case(f"hidden/sheet_{n}", lambda s=s: page(between(f'<p class="k1 k2" id=k1 data-k=1>{PROMPT}</p>'), head=META + f"<style>{s}</style>"), must_not=("DROPX",)) for n, s in _SHEETS.items()),
    *(Case(f"hidden/sheet_body_{n}", lambda s=s: page(f"<style>{s}</style>" + between(f'<p class="k1 k2" id=k1 data-k=1>{PROMPT}</p>')), must_not=("DROPX",)) for n, s in _SHEETS.items()),
    *(Case(f"hidden/sheet_behind_{n}", lambda s=s: page(between(f'<p class="k1 k2" id=k1 data-k=1>{PROMPT}</p>'), after=f"<style media='screen, print'>{s}</style>"), must_not=("DROPX",)) for n, s in _SHEETS.items()),
    *(Case(f"hidden/shown_{n}", lambda s=s: page("".join(PARAGRAPHS[:3]) + f'<p class="k1">{TEXTS[3]}</p>' + PARAGRAPHS[4], head=META + s)) for n, s in _SHOWN.items()),
    *(Case(f"hidden/seems_{n}", lambda m=m: page("".join(PARAGRAPHS[:3]) + m + PARAGRAPHS[4])) for n, m in _LOOKS.items()),
]  # fmt: skip
