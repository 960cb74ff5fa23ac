"""The dek: named, set off or apart; key points; copies; never the first paragraph."""

from __future__ import annotations

import pytest

import newsclean
from newsclean.extract.dek import _Model

TITLE = "Night ferries return to the northern fjord"
DEK = "After eleven years the county pays for two sailings a night, and the islanders mean to use them."
PARAGRAPHS = [
    "The first ferry left the quay at Sundal at a quarter past eleven on Friday with nine cars on its deck.",
    "The county council voted for the money in June, against the advice of its own transport office.",
    "“We were told it could not be done,” said Marit Lunde, who keeps the shop at the landing on the island.",
    "The boats were built in 1998 and have been fitted with batteries that last for three of the four crossings.",
    "A crossing costs sixty crowns for a car and nothing for those who walk, at least until the end of the year.",
    "Fishermen at the outer islands fear the wash of the larger boat and have asked for a lower speed at night.",
]


def _page(before: str = "", after: str = "", body: list[str] | None = None, head: str = "") -> newsclean.Document:
    text = "".join(f"<p>{p}</p>" for p in body or PARAGRAPHS)
    html = (
        f"<html lang=en><head>{head}</head><body><div class=top>News</div><article><header>{before}<h1>{TITLE}</h1>"
        f"{after}</header><div class=text>{text}</div></article></body></html>"
    )
    return newsclean.from_html(html, url="https://fjordpost.example/a")


@pytest.mark.parametrize(
    "after",
    [
        f"<p class=standfirst>{DEK}</p>",
        f"<h2 class=subtitle>{DEK}</h2>",
        f"<div class=lead>{DEK}</div>",
        f"<div class=article-intro><p>{DEK}</p></div>",
        f"<p class='article__preamble'>{DEK}</p><p class=byline>By Maura Ellison</p>",
        f"<p class=byline>By Maura Ellison</p><p class=excerpt>{DEK}</p>",
    ],
)
def test_printed_deks(after: str) -> None:
    """A named line below the headline is the dek, once, and no part of the body."""
    doc = _page(after=after)
    assert doc.dek == DEK
    assert DEK not in doc.text
    assert doc.text.startswith(PARAGRAPHS[0])


@pytest.mark.parametrize(
    "head",
    ["", f"<meta name=description content='{PARAGRAPHS[0]}'>", f"<meta name=description content='{DEK}'>"],
)
def test_no_dek_where_none_is_printed(head: str) -> None:
    """The first paragraph stays in the body whatever the metadata repeats; the description alone is no dek."""
    doc = _page(head=head)
    assert doc.dek is None
    assert doc.text.startswith(PARAGRAPHS[0])


@pytest.mark.parametrize(
    "line",
    [
        f"<div class=box-7><p class=css-1a>{DEK}</p></div>",
        f"<div class=intro>{DEK}</div>",
        f"<div class='typo-intro richtext'><p>{DEK}</p></div>",
    ],
)
def test_a_line_set_apart_is_the_dek(line: str) -> None:
    """The only sentence above the text, or a box named so, is the dek though no metadata says the same."""
    head = "<meta name=description content='What islanders say of the boats that sail at night again.'>"
    doc = _page(after=f"{line}<p class=date>4 March 2024</p><img src=/ferry.jpg width=900 height=500>", head=head)
    assert doc.dek == DEK
    assert DEK not in doc.text


def test_copies_of_the_dek_leave_the_body() -> None:
    """A second copy of the dek, at the body's beginning, is removed as `duplicate_dek`."""
    doc = _page(after=f"<p class=standfirst>{DEK}</p>", body=[DEK, *PARAGRAPHS])
    assert (doc.dek, DEK in doc.text) == (DEK, False)
    assert "duplicate_dek" in {r.reason for r in doc.removed}


def test_a_named_box_goes_whole() -> None:
    """All paragraphs of a small box named like a dek are its lines."""
    lines = [DEK, "The islanders have waited since the spring of 2013.", "The first boat left on Friday."]
    doc = _page(after=f"<div class=preamble>{''.join(f'<p>{line}</p>' for line in lines)}</div>")
    assert doc.dek == "\n".join(lines)
    assert not any(line in doc.text for line in lines)


def test_key_points_are_lines_of_the_dek() -> None:
    """The items of a named list of key points are lines of the dek, all of them."""
    points = [
        "Two sailings a night from Friday on",
        "The county pays eleven million a year",
        "Walkers travel free for now",
    ]
    items = "".join(f"<li>{p}</li>" for p in points)
    doc = _page(after=f"<ul class=keypoints>{items}</ul>")
    assert doc.dek is not None
    assert doc.dek.split("\n") == points
    assert not any(p in doc.text for p in points)


def test_an_overview_of_the_headings_is_part_of_the_dek() -> None:
    """A list below the dek that names what the headings say again goes there with its label, and is no part of the text."""
    headings = [
        "9.40 pm: Second boat leaves Sundal",
        "8.15 pm: Council answers the fishermen",
        "7.02 pm: First cars on board",
    ]
    items = [f"{text} ({time})" for time, text in (h.split(": ") for h in headings)]
    label = "The evening in short"
    told = "".join(f"<h2>{h}</h2><p>{p}</p>" for h, p in zip(headings, PARAGRAPHS, strict=False))
    points = "".join(f"<li>{item}</li>" for item in items)
    html = f"<p><b>{label}</b></p><ul>{points}</ul><p>{PARAGRAPHS[3]}</p>{told}"
    head = f"<header><h1>{TITLE}</h1><p class=standfirst>{DEK}</p></header>"
    doc = newsclean.from_html(f"<html><body><article>{head}<div class=text>{html}</div></article></body></html>")
    assert doc.dek is not None
    assert doc.dek.split("\n") == [DEK, label, *items]
    assert doc.text.startswith(PARAGRAPHS[3])
    assert [s.heading for s in doc.sections if s.heading] == headings


def test_paragraphs_in_a_class_of_their_own_are_key_points() -> None:
    """Short paragraphs that open the text in their own class and are the page's description are lines of the dek."""
    points = [
        "Two sailings a night from Friday on.",
        "The county pays eleven million crowns a year.",
        "Walkers travel free.",
    ]
    text = "".join(f"<p class=c-1>{p}</p>" for p in points) + "".join(f"<p class=c-2>{p}</p>" for p in PARAGRAPHS)
    head = f"<head><meta name=description content='{' '.join(points)[:90]}'></head>"
    top = f"<h1>{TITLE}</h1><h2 class=subtitle>The boats are back</h2><img src=/ferry.jpg width=900 height=500>"
    doc = newsclean.from_html(f"<html>{head}<body><article>{top}{text}</article></body></html>")
    assert doc.dek == "\n".join(["The boats are back", *points])
    assert doc.text.startswith(PARAGRAPHS[0])


def test_a_bold_line_behind_the_dek_is_its_second_line() -> None:
    """A line in bold that opens the text below a dek, and says what the story is, is one more line of it."""
    line = "The night boats of the northern fjord are our story of the week."
    html = f"<p><strong>{line}</strong></p>" + "".join(f"<p>{p}</p>" for p in PARAGRAPHS)
    top = f"<header><h1>{TITLE}</h1><div class=dek>{DEK}</div><p class=byline>By Maura Ellison</p></header>"
    doc = newsclean.from_html(f"<html><body><article>{top}<div class=body__inner>{html}</div></article></body></html>")
    assert doc.dek == f"{DEK}\n{line}"


@pytest.mark.parametrize("aside", ["By Maura Ellison", "4 March 2024, 7:08 pm"])
def test_a_named_box_leaves_byline_and_date(aside: str) -> None:
    """The byline and the date that stand in the dek's box are no lines of it."""
    doc = _page(after=f"<div class=article__intro><div class=summary>{DEK}</div><div class=meta>{aside}</div></div>")
    assert doc.dek == DEK


def test_a_list_that_the_text_leads_into_is_no_dek() -> None:
    """The items behind a paragraph that ends in a colon belong to the text."""
    points = [
        "Two sailings a night all year",
        "Free crossings for those who walk",
        "A lower speed at the outer islands",
    ]
    items = "".join(f"<li>{p}</li>" for p in points)
    lead = "Before the vote in June the islanders laid their demands before the council, and there were three of them:"
    before, after = (f"<p>{'</p><p>'.join(part)}</p>" for part in (PARAGRAPHS[:1], PARAGRAPHS[1:]))
    html = f"<h1>{TITLE}</h1>{before}<p>{lead}</p><ul class=points>{items}</ul>{after}"
    doc = newsclean.from_html(f"<html><body><article>{html}</article></body></html>")
    assert doc.dek is None
    assert all(point in doc.text for point in (lead, *points))


@pytest.mark.parametrize(("label", "is_dek"), [("At a glance", True), ("What you need for it", False)])
def test_a_list_below_a_heading(label: str, is_dek: bool) -> None:
    """A list below a heading is the text's, unless the heading says that key points follow."""
    points = [
        "Two hundred grams of oat flour, sieved",
        "Three spoons of dark heather honey",
        "A pinch of salt from the sea",
    ]
    items = "".join(f"<li>{p}</li>" for p in points)
    html = f"<h1>{TITLE}</h1><h2>{label}</h2><ul class=summary>{items}</ul><p>{'</p><p>'.join(PARAGRAPHS)}</p>"
    doc = newsclean.from_html(f"<html><body><article>{html}</article></body></html>")
    assert (doc.dek is not None) == is_dek


def test_a_way_through_the_site_is_no_dek() -> None:
    """A list above the headline of short links that ends in a line without one says where the page stands."""
    trail = f"<ul><li><a href=/>Fjord Post</a><li><a href=/coast>Coast</a><li>{DEK}</ul>"
    assert _page(before=trail, head=f"<meta name=description content='{DEK}'>").dek is None


@pytest.mark.parametrize(
    "line",
    [
        "<p class=intro>By Maura Ellison, 4 March 2024</p>",
        f"<h2 class=subtitle>{TITLE}</h2>",
        "<p class=teaser><a href=/b>Read more: the islands without a doctor since the spring of last year</a></p>",
    ],
)
def test_other_lines_are_no_dek(line: str) -> None:
    """A byline, the headline again and a link to another story are none, whatever their names say."""
    assert _page(after=line).dek is None


@pytest.mark.parametrize(
    "line",
    [
        f"<div class=photo-caption>{DEK}</div>",
        f"<div class=share-tooltip><p class=message>{DEK}</p></div>",
        f"<button class=subline>{DEK}</button>",
    ],
)
def test_what_explains_a_picture_or_a_button_is_no_dek(line: str) -> None:
    """A line named a caption or a tooltip is none, even where it is the only sentence above the text."""
    assert _page(after=line).dek is None


@pytest.mark.parametrize(
    "line",
    [
        "Updated at 8:16 pm on 10 January 2012",
        "Veröffentlicht am 12.03.2026 | Aktualisiert um 18:05 Uhr | Lesedauer: 4 Minuten",
        "Published on Wednesday 4 March 2026 at 10:05 am, last updated and modified on Thursday 5 March 2026 at 8:16 pm",
    ],
)
def test_a_date_line_is_no_dek(line: str) -> None:
    """A line of dates and their labels is none, even where it is the only one above the text."""
    assert _page(after=f"<p class=lead>{line}</p>").dek is None


@pytest.mark.parametrize(
    "line",
    [
        "<div class=bio>Hannah Osei is professor of hydrology at the University of Riverton.</div>",
        "<p class=contrib>Paul Etienne, lecturer in civil engineering at Hull University</p>",
    ],
)
def test_a_note_on_the_author_is_no_dek(line: str) -> None:
    """An element named as what the author is holds no summary."""
    assert _page(after=f"<div class=by>By Hannah Osei</div>{line}").dek is None


@pytest.mark.parametrize("tag", ["p", "div", "dd"])
def test_the_first_of_like_paragraphs_is_no_dek(tag: str) -> None:
    """What is made as all that follows it is the first paragraph, and stays in the text."""
    lines = [
        "The harbour bridge opened again on Friday after nine months, and the first buses crossed it at dawn.",
        "Engineers put in four thousand new rivets, work that the council said had cost twelve million euros.",
        "“We were told that it would be spring,” said the baker on the north side. “Today we simply baked more.”",
        "Some eighteen thousand cars a day should come back within a month, the planners of the city expect.",
        "A second phase is to begin next year, if the assembly agrees to the budget in November, the mayor said.",
    ]
    body = "".join(f"<{tag}>{line}</{tag}>" for line in lines)
    doc = newsclean.from_html(f"<html><body><main><h1>Bridge opens again</h1>{body}</main></body></html>")
    assert doc.dek is None
    assert doc.text.startswith(lines[0])


def test_the_score_is_the_same_in_whichever_order_its_features_come() -> None:
    """They are made of sets, whose order is another in each process: so was the last digit of the field's confidence."""
    model = _Model(0.0, {"a": 0.1, "b": 0.2, "c": 0.3})
    assert model.score(["a", "b", "c"]) == model.score(["c", "b", "a"])


@pytest.mark.parametrize(
    "body",
    [
        "".join(f"<div class=text-block><p>{p}</p></div>" for p in PARAGRAPHS),
        "".join(f"<div class=paragraph>{p}</div>" for p in PARAGRAPHS),
        f"<div class=entry-content>{'<br><br>'.join(PARAGRAPHS)}</div>",
        f"<div class=contents><p>{PARAGRAPHS[0]}</p>{''.join(f'<article><p>{p}</p></article>' for p in PARAGRAPHS[1:])}</div>",
        f"<div class=content><p>{PARAGRAPHS[0]} {PARAGRAPHS[1]}</p></div>",
    ],
)
def test_the_description_makes_no_paragraph_a_dek(body: str) -> None:
    """A paragraph made as all others, or the only one, stays in the text though the description repeats it."""
    head = f"<meta name=description content='{PARAGRAPHS[0]}'>"
    doc = newsclean.from_html(f"<html><head>{head}</head><body><article><h1>{TITLE}</h1>{body}</article></body></html>")
    assert doc.dek is None
    assert doc.text.startswith(PARAGRAPHS[0])


def test_a_field_of_the_whole_text_is_no_dek() -> None:
    """Drupal calls the field of the text after its kind, "text with summary": the first paragraph is none for that."""
    name = "clearfix text-formatted field field--name-body field--type-text-with-summary field__item"
    first = "（中央社記者王大同台北6日電）港鎮議會週二晚間投票決定，撥款4200萬元重建連接兩岸的木橋，結束了持續近九年的爭論。"
    lines = (
        "自2014年以來，橋面已經四度封閉，多名店主在聽證會上表示，他們失去了三分之一的客人，生活受到嚴重影響。",
        "工程師表示，新橋將供自行車和行人使用，工程將於明年春天動工，預計三年內完成。",
        "反對者認為，這筆錢應當用於學校的屋頂。經過長時間辯論，他們的動議以八票對十一票遭到否決。",
        "地方政府承諾負擔三分之一的費用，但相關預算尚未通過，外界對此仍有疑慮。",
    )
    text = f"<p>{first}</p><p>{'</p><p>'.join(lines)}</p>"
    top = "<h1>地方政府負擔三分之一</h1><p>2026/3/6 12:00（3/6 14:30 更新）</p>"
    html = f"<article>{top}<div class='node__content clearfix'><div class='{name}'>{text}</div></div></article>"
    doc = newsclean.from_html(f"<html lang=zh-Hant><body><main role=main>{html}</main></body></html>")
    assert doc.dek is None
    assert first.partition("）")[2] in doc.text


@pytest.mark.parametrize(
    "marked", ["<p><em>{}</em></p>", "<p>{}</p><table><tr><th>Yes<th>No<tr><td>2,140<td>1,988</table>"]
)
def test_a_paragraph_among_others_is_no_dek(marked: str) -> None:
    """What stands below paragraphs of the text, in italics or before a table, is one of them."""
    html = (
        "".join(f"<p>{p}</p>" for p in PARAGRAPHS[:2])
        + marked.format(DEK)
        + "".join(f"<p>{p}</p>" for p in PARAGRAPHS[2:])
    )
    doc = newsclean.from_html(
        f"<html lang=en><body><article><h1>{TITLE}</h1><div class=copy>{html}</div></article></body></html>"
    )
    assert doc.dek is None
    assert DEK in doc.text


def test_the_first_paragraph_in_a_box_of_its_own_is_no_part_of_the_dek() -> None:
    """What stands in another box than the dek, is as long as a paragraph and has no name is the text's beginning."""
    top = f"<header><h1>{TITLE}</h1><div class=header__lead><p>{DEK}</p></div><address>By Maura Ellison</address></header>"
    first = f"<div class=article-first><p>{PARAGRAPHS[0]}</p></div><div class=video><video src=/v.mp4></video></div>"
    rest = "".join(f"<section><p>{p}</p></section>" for p in PARAGRAPHS[1:])
    doc = newsclean.from_html(
        f"<html lang=en><body><article>{top}{first}<div class=rest>{rest}</div></article></body></html>"
    )
    assert doc.dek == DEK
    assert PARAGRAPHS[0] in doc.text


def test_the_first_of_two_paragraphs_in_boxes_of_one_make_is_no_dek() -> None:
    """Where the text has one more paragraph, in a box of the same names, the first is the text's."""
    boxes = "".join(
        f'<div class="sc-w"><div class="sc-v"><p>{p}</p></div></div>' for p in (PARAGRAPHS[0], PARAGRAPHS[3])
    )
    doc = newsclean.from_html(
        f"<html lang=en><body><article><h1>{TITLE}</h1><p>10 June 2024</p><div class=copy>{boxes}</div></article></body></html>"
    )
    assert doc.dek is None
    assert PARAGRAPHS[0] in doc.text
