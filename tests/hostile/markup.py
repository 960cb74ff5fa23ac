"""Broken, odd and foreign markup around a sound article."""

from __future__ import annotations

from .page import ARTICLE, META, PARAGRAPHS, TEXTS, TITLE, Case, between, page, page_text

Body = dict[str, str]

_RUNS = {
    "lt": "<", "close_div": "</div>", "div": "<div>", "b": "<b>", "table": "<table>", "cdata": "<![CDATA[", "pi": "<?x ",
    "doctype": "<!DOCTYPE html>", "semicolonless": "&amp", "hash": "&#", "slash": "</", "bang": "<!", "a_href": "<a href='",
    "style_open": "<style>", "template": "<template>", "textarea": "<textarea>", "title": "<title>", "svg": "<svg>",
    "math": "<math>", "noscript": "<noscript>", "select": "<select>", "iframe": "<iframe>", "xmp": "<xmp>",
    "html": "<html>", "body": "<body>", "head": "<head>", "br": "<br>", "close_br": "</br>", "p": "<p>", "form": "<form>",
    "dash_gt": "-->", "quote": '"', "tr": "<tr>", "td": "<td>", "li": "<li>", "h2": "<h2>", "option": "<option>",
    "nul": "\0", "formfeed": "\f", "backtick": "`", "custom": "<x-y>", "frame": "<frame>", "object": "<object>",
    "noframes": "<noframes>", "comment_close": "<!---->", "conditional": "<!--[if IE]>", "a": "<a>", "nobr": "<nobr>",
}  # fmt: skip

_AFTER: Body = {
    "unterminated_tag": "<p class='", "unterminated_attribute": "<a href=", "unterminated_comment_dash": "<!-",
    "unterminated_doctype": "<!DOCTYPE", "unterminated_entity": "<p>x &am", "unterminated_cdata": "<![CDATA[ x",
    "unterminated_pi": "<?php echo 1", "unterminated_end_tag": "</artic", "lone_lt": "<", "lone_lt_space": "< p>",
    "unclosed_style": "<style>.DROPX {", "unclosed_textarea": "<textarea>DROPX", "unclosed_iframe": "<iframe>DROPX",
    "unclosed_noscript": "<noscript>x", "unclosed_select": "<select><option>DROPX", "unclosed_svg": "<svg><text>DROPX",
    "unclosed_math": "<math><mi>x", "unclosed_template": "<template><p>DROPX", "unclosed_title": "<title>DROPX",
    "unclosed_table": "<table><tr><td>x", "unclosed_object": "<object><p>x", "unclosed_xmp": "<xmp>x <b>",
    "unclosed_noembed": "<noembed>DROPX", "unclosed_noframes": "<noframes>DROPX", "unclosed_canvas": "<canvas>DROPX",
    "unclosed_video": "<video>DROPX", "unclosed_button": "<button>x", "unclosed_b": "<b><i><u>x",
    "unclosed_script_comment": "<script><!-- <script> DROPX", "unclosed_a": "<a href=/x>x",
    "second_body": "<body class=x><p>x</p></body>", "frameset": "<frameset><frame src=/x></frameset>",
    "end_p_alone": "</p></p></p>", "end_br_alone": "</br></br>", "stray_ends": "</b></i></td></tr></table></form></a>",
    "isindex": "<isindex prompt=DROPX>", "keygen": "<keygen>", "bgsound": "<bgsound src=/x.wav>",
    "nextid": "<nextid n=z>", "multicol": "<multicol>x</multicol>", "blink": "<blink>x</blink>",
    "image_tag": "<image src=/x.jpg>", "ruby": "<ruby>x<rp>(</rp><rt>y</rt><rp>)</rp></ruby>",
    "custom_element": "<news-card><p>x</p></news-card>", "uppercase_svg": "<SVG><TITLE>DROPX</TITLE></SVG>",
    "empty_everything": "<p></p><div></div><span></span><ul></ul><table></table>", "xml_pi_inside": '<?xml version="1.0"?>',
    "bogus_comment": "<!a><!b b><? c><//d>", "ssi": '<!--#include file="x" -->', "php": "<?php echo '<p>DROPX'; ?>",
    "asp": "<% Response.Write('x') %>", "jinja": "{{ x }} {% if y %}", "slash_everywhere": "<br/><hr/><img/><p/>x</p/>",
    "attribute_less_quote": '<p class=a"b\'c=d>x</p>', "attribute_newlines": "<p\n\nclass\n=\n'a\nb'\n>x</p>",
    "attribute_only_equals": "<p =>x</p><p = = =>x</p>", "attribute_nul": "<p cl\0ass='a\0b'>x</p>",
    "tag_nul": "<d\0iv>x</d\0iv>", "tag_digit": "<1>x</1>", "tag_unicode": "<é>x</é>", "tag_colon": "<o:p>x</o:p>",
    "tag_at": "<a@b>x</a@b>", "tag_dots": "<a.b.c>x</a.b.c>", "tag_underscore": "<_x>y</_x>",
    "end_tag_attributes": "<div>x</div class=x id=y>", "self_closed_div": "<div/><p>x</p>", "self_closed_script": "<i/>",
}  # fmt: skip

_BEFORE: Body = {
    "conditional_comment": "<!--[if IE 6]><p>DROPX</p><![endif]-->",
    "conditional_revealed": "<![if !IE]><p>x</p><![endif]>",
    "comment_empty": "<!-->", "comment_short": "<!--->", "comment_bang_end": "<!-- DROPX --!>",
    "comment_lt": "<!-- <p>DROPX</p> -->", "comment_script": "<!-- <script>DROPX</script> -->",
    "comment_quote": "<!-- \"DROPX ' -->", "comment_gt": "<!-- > DROPX -->", "comment_double": "<!-- a --><!-- DROPX -->",
    "comment_cdata": "<!--<![CDATA[ DROPX ]]>-->", "comment_conditional_nested": "<!--[if gte mso 9]><xml>DROPX</xml><![endif]-->",
    "script_comment_open": "<script><!-- DROPX \n//--></script>", "script_escaped_end": "<script>'<\\/script>DROPX'</script>",
    "script_double_escaped": "<script><!--<script>DROPX</script>--></script>",
    "script_src_self": "<script src=/x.js></script>", "script_json": '<script type="application/json">{"a":"DROPX"}</script>',
    "script_html_template": "<script type=text/html><p>DROPX</p></script>", "script_module": "<script type=module>DROPX</script>",
    "script_uppercase": "<SCRIPT>DROPX</SCRIPT>", "script_end_spaces": "<script>DROPX</script   >",
    "script_in_svg": "<svg><script>DROPX</script></svg>", "style_in_body": "<style>.x::after{content:'DROPX'}</style>",
    "style_cdata": "<style>/*<![CDATA[*/ .DROPX{} /*]]>*/</style>", "noscript_text": "<noscript><p>DROPX turn scripts on</p></noscript>",
    "noscript_image": "<noscript><img src=/a.jpg></noscript>", "template_plain": "<template><p>DROPX</p></template>",
    "template_nested": "<template><template><p>DROPX</p></template></template>",
    "shadow_old": "<x-a><template shadowroot=open><p>x</p></template></x-a>",
    "slot": "<x-a><slot name=y>x</slot></x-a>", "textarea": "<textarea><p>DROPX</p></textarea>",
    "iframe_fallback": "<iframe src=/x><p>DROPX</p></iframe>", "object_fallback": "<object data=/x.swf><p>DROPX</p></object>",
    "video_fallback": "<video src=/x.mp4><p>DROPX</p></video>", "audio_fallback": "<audio src=/x.mp3><p>DROPX</p></audio>",
    "canvas_fallback": "<canvas><p>DROPX</p></canvas>", "applet_fallback": "<applet code=x><p>DROPX</p></applet>",
    "noembed": "<noembed><p>DROPX</p></noembed>", "noframes": "<noframes><p>DROPX</p></noframes>",
    "embed": "<embed src=/x.swf>", "map_area": '<map name=m><area alt="x" href=/y></map>',
    "svg_title": "<svg><title>DROPX</title><desc>DROPX</desc></svg>", "svg_style": "<svg><style>DROPX</style></svg>",
    "svg_use": "<svg><use href=#x></use></svg>", "svg_nested": "<svg><svg><text>DROPX</text></svg></svg>",
    "svg_broken_out": "<svg><p>x</p>", "math_script": "<math><script>DROPX</script></math>",
    "math_annotation": "<math><semantics><annotation>DROPX</annotation></semantics></math>",
    "mathml_block": "<math display=block><mfrac><mi>a</mi><mi>b</mi></mfrac></math>",
    "select": "<select><option>DROPX one<option>DROPX two</select>", "datalist": "<datalist><option value=DROPX></datalist>",
    "progress": "<progress value=3 max=9>DROPX</progress>", "meter": "<meter value=3>DROPX</meter>",
    "input_value": "<input value=DROPX placeholder=DROPX>", "output": "<output>x</output>", "marquee": "<marquee>x</marquee>",
    "rp": "<ruby>x<rp>DROPX</rp></ruby>", "frameset_in_body": "<frameset rows=*><frame src=/x></frameset>",
    "title_in_body": "<title>DROPX</title>", "head_in_body": "<head><title>DROPX</title></head>",
    "meta_in_body": "<meta name=title content=DROPX>", "link_in_body": "<link rel=canonical href=/x>",
    "base_in_body": "<base href=//evil.example/>", "doctype_in_body": "<!DOCTYPE x SYSTEM 'DROPX'>",
    "processing_instruction": "<?pi DROPX?>", "entity_declaration": "<!ENTITY x 'DROPX'>", "element_declaration": "<!ELEMENT p ANY>",
    "cdata_lt": "<![CDATA[<p>DROPX</p>]]>", "many_ids": "<div id=a id=b id=c>x</div>",
    "attribute_data_html": "<div data-html='<p>DROPX</p>'>x</div>", "attribute_onload_gt": '<img alt="a > b DROPX" src=/x.jpg>',
    "entity_attribute": '<a href="/x?a=1&copy=2&amp;lt">x</a>', "dialog_closed": "<dialog><p>DROPX</p></dialog>",
    "details_closed": "<details><summary>x</summary><p>y</p></details>",
    "popover": "<div popover><p>DROPX</p></div>", "inert": "<div inert><p>x</p></div>",
}  # fmt: skip

_WHOLE = {
    "no_html": f"<head><title>{TITLE}</title></head><body><h1>{TITLE}</h1>{ARTICLE}</body>",
    "no_body": f"<html><head><title>{TITLE}</title></head><h1>{TITLE}</h1>{ARTICLE}</html>",
    "no_head": f"<html><body><article><h1>{TITLE}</h1>{ARTICLE}</article></body></html>",
    "fragment": ARTICLE,
    "fragment_article": f"<article><h1>{TITLE}</h1>{ARTICLE}</article>",
    "text_then_page": "warning: line 3 of x.php\n" + page_text(),
    "doctype_twice": "<!DOCTYPE html>" + page_text(),
    "doctype_html4": page_text().replace(
        "<!DOCTYPE html>",
        '<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01//EN" "http://www.w3.org/TR/html4/strict.dtd">',
    ),
    "doctype_xhtml": '<?xml version="1.0" encoding="UTF-8"?>\n'
    + page_text().replace(
        "<!DOCTYPE html><html",
        '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">'
        '<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="en"',
    ),
    "doctype_unknown": page_text().replace("<!DOCTYPE html>", "<!DOCTYPE nonsense>"),
    "doctype_missing": page_text().replace("<!DOCTYPE html>", ""),
    "doctype_unclosed_subset": page_text().replace("<!DOCTYPE html>", "<!DOCTYPE html [<!ENTITY a 'b'>]>"),
    "comment_before_doctype": "<!-- x -->\n" + page_text(),
    "whitespace_before_doctype": "\n" * 3000 + page_text(),
    "two_pages": page_text() + page_text(PARAGRAPHS[0]),
    "two_html": page_text().replace("<html", "<html><html"),
    "two_bodies": page_text().replace("<body>", "<body><body class=x>"),
    "two_heads": page_text().replace("</head>", "</head><head></head>"),
    "body_in_head": page_text().replace("</head><body>", "<body>"),
    "head_unclosed": page_text().replace("</head>", ""),
    "title_unclosed_at_h1": page_text().replace("</title>", "</title >"),
    "no_closing_tags": page_text().replace("</p>", "").replace("</article>", "").replace("</main>", ""),
    "end_body_early": page_text().replace("<main>", "</body></html><main>"),
    "end_html_midway": page_text("".join(PARAGRAPHS[:2]) + "</html>" + "".join(PARAGRAPHS[2:])),
    "article_after_frameset": page_text().replace("<body>", "<body><frameset></frameset>"),
    "xhtml_self_closing_script": page_text(head=META + '<script src="/x.js"></script><link rel="x"/><meta name="y"/>'),
    "amp": page_text().replace("<html", "<html ⚡"),
    "namespaces": page_text().replace("<html", '<html xmlns:og="http://ogp.me/ns#" xmlns:fb="x" prefix="og: x"'),
    "mhtml_quoted": page_text(before="<xml:namespace ns='urn:x' prefix='o'/>"),
    "bom_twice": "\ufeff\ufeff" + page_text(),
    "bom_inside": page_text("\ufeff" + ARTICLE),
    "cr_only": page_text().replace("><", ">\r<"),
    "attributes_uppercase": page_text().replace("class=", "CLASS=").replace("<meta name", "<META NAME"),
    "tags_mixed_case": page_text().replace("<p>", "<P>").replace("</p>", "</p >").replace("<main>", "<MaIn>"),
    "single_quotes": page_text().replace('"', "'").replace("Runa Field", "Runa Field"),
    "tabs_in_tags": page_text().replace("<p>", "<p\t>").replace("<article>", "<article\f>"),
    "html_comment_wraps_article_end": page_text(ARTICLE + "<!-- </article> -->"),
    "table_in_p": page_text("".join(f"<p><table><tr><td>{t}</td></tr></table></p>" for t in TEXTS)),
    "p_in_p": page_text("".join(f"<p><p>{t}</p></p>" for t in TEXTS)),
    "div_in_p": page_text("".join(f"<p><div>{t}</div></p>" for t in TEXTS)),
    "p_in_span": page_text("".join(f"<span><p>{t}</p></span>" for t in TEXTS)),
    "p_in_h2": page_text("".join(f"<h2><p>{t}</p></h2>" for t in TEXTS)),
    "p_in_a": page_text("".join(f"<a name=x{n}><p>{t}</p></a>" for n, t in enumerate(TEXTS))),
    "p_unclosed_in_b": page_text("<b>" + "".join(f"<p>{t}" for t in TEXTS) + "</b>"),
    "p_in_form": page_text("<form action=/x method=post>" + ARTICLE + "</form>"),
    "form_around_page": page_text()
    .replace("<main>", "<form id=aspnetForm><main>")
    .replace("</main>", "</main></form>"),
    "p_in_button": page_text("<button>" + ARTICLE + "</button>"),
    "p_in_label": page_text("<label>" + ARTICLE + "</label>"),
    "p_in_fieldset": page_text("<fieldset><legend>x</legend>" + ARTICLE + "</fieldset>"),
    "p_in_td_unclosed": page_text("<table><tr><td>" + ARTICLE),
    "p_in_tr": page_text("<table><tr>" + ARTICLE + "</tr></table>"),
    "p_in_ul": page_text("<ul>" + ARTICLE + "</ul>"),
    "p_in_dl": page_text("<dl>" + ARTICLE + "</dl>"),
    "p_in_nobr": page_text("<nobr>" + ARTICLE + "</nobr>"),
    "p_in_figure": page_text("<figure>" + ARTICLE + "</figure>"),
    "p_in_details_open": page_text("<details open><summary>x</summary>" + ARTICLE + "</details>"),
    "p_in_marquee": page_text("<marquee>" + ARTICLE + "</marquee>"),
    "p_in_custom": page_text("<story-body><story-part>" + ARTICLE + "</story-part></story-body>"),
    "p_in_font": page_text("<font face=Arial>" + ARTICLE + "</font>"),
    "p_in_ins": page_text("<ins>" + ARTICLE + "</ins>"),
    "p_in_caption": page_text("<table><caption>" + ARTICLE + "</caption><tr><td>x</td></tr></table>"),
    "p_in_dialog_open": page_text("<dialog open>" + ARTICLE + "</dialog>"),
    "p_in_search": page_text("<search>" + ARTICLE + "</search>"),
    "p_in_menu": page_text("<menu>" + ARTICLE + "</menu>"),
    "p_in_noindex": page_text("<noindex>" + ARTICLE + "</noindex>"),
    "xmp_whole": page_text("<xmp>" + "\n\n".join(TEXTS) + "</xmp>"),
    "listing_whole": page_text("<listing>" + "\n\n".join(TEXTS) + "</listing>"),
    "plaintext_whole": page_text("<plaintext>" + "\n\n".join(TEXTS)),
}

_NO_MUST = frozenset(
    "iframe textarea title xmp select style_open noscript template svg math a_href object frame noframes conditional".split()
)

CASES = [
    *(
        Case(f"markup/run_{n}_{k}", lambda m=m, k=k: page(ARTICLE + m * k), must=(), refuses=True, is_big=k > 9999)
        for n, m in _RUNS.items()
        for k in (3000, 60000)
    ),
    *(Case(f"markup/after_{n}", lambda m=m: page(ARTICLE + m), must_not=("DROPX",)) for n, m in _AFTER.items()),
    *(Case(f"markup/between_{n}", lambda m=m: page(between(m)), must_not=("DROPX",)) for n, m in _BEFORE.items()),
    *(
        Case(f"markup/before_{n}", lambda m=m: page(before=m), must_not=("DROPX",), not_title=("DROPX",))
        for n, m in _BEFORE.items()
    ),
    *(Case(f"markup/{n}", lambda t=t: t.encode()) for n, t in _WHOLE.items()),
    *(Case(f"markup/{n}_str", lambda t=t: t) for n, t in _WHOLE.items()),
]
