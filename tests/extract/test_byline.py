"""Bylines of small pages: which line signs the article, whatever else on the page looks like one."""

from __future__ import annotations

import pytest

import newsclean

PARAGRAPHS = (
    "<p>The strike in the harbour ended on Monday after nine days of talks between the union and the owners.</p>"
    "<p>Ships will be loaded again from Tuesday, the harbour master said, and the queue will take a week to clear.</p>"
    "<p>Both sides called the agreement fair, though neither would say in public what had been given up for it.</p>"
)
TITLE = "Harbour strike ends after nine days"


def _data(author: str) -> str:
    return f'<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "{TITLE}", "author": {author}}}</script>'


def _page(
    before: str = "", after: str = "", head: str = "", end: str = "", body: str = PARAGRAPHS, url: str = "/a"
) -> newsclean.Document:
    html = (
        f"<html lang=en><head><meta property='og:site_name' content='Daily Tide'>{head}</head><body><article>{before}"
        f"<h1>{TITLE}</h1>{after}<div class=text>{body}{end}</div></article></body></html>"
    )
    return newsclean.from_html(html, url=f"https://dailytide.example{url}")


@pytest.mark.parametrize(
    ("page", "names"),
    [
        # names that their elements run together
        ({"after": "<div>By<span>Maura Ellison</span></div>"}, ["Maura Ellison"]),
        (
            {"after": "<div class=meta>By<a href=/author/me>Maura Ellison</a><a href=/author/to>Tom Vale</a></div>"},
            ["Maura Ellison", "Tom Vale"],
        ),
        # sections and tags in the writer's line
        (
            {
                "after": "<p class=meta>21/06/2014 <a href=/author/me>Maura Ellison</a> <a href=/category/kit/>Kit Reviews</a></p>"
            },
            ["Maura Ellison"],
        ),
        (
            {
                "after": "<div class=entry-meta><a href=/author/me>Maura</a> 2 May 2020 <a href=/coast/>Coast Rides</a></div>"
            },
            ["Maura"],
        ),
        ({"after": "<div class=entry-meta>2 May 2020 <a href=/tag/deep-sea/>Deep Sea</a></div>"}, []),
        # labels in elements of their own
        ({"after": "<p>Author:</p><p>Maura Ellison</p>"}, ["Maura Ellison"]),
        ({"after": "<dl><dt>作者：</dt><dd>王晓峰</dd><dt>翻訳者：</dt><dd>中村 真子</dd></dl>"}, ["王晓峰"]),
        ({"after": "<div class=author>Maura Ellison</div><p>Photos:</p><p>Tom Vale</p>"}, ["Maura Ellison"]),
        # a name around a date; a claimed name that the grammar alone would not take
        ({"after": "<div>Evening Post 4/3/2024 Maura Ellison</div>"}, ["Maura Ellison"]),
        (
            {
                "after": "<div class=entry-meta>Written by Quay Bear on March 4, 2024</div>",
                "head": _data('"Quay Bear"'),
            },
            ["Quay Bear"],
        ),
        (
            {
                "after": "<p>By Ela on 31 May 2023 | 18 comments. "
                + "This post may hold links that pay us. " * 4
                + "</p>"
            },
            ["Ela"],
        ),
        # signatures
        ({"end": "<p><em>Maura Ellison</em></p>"}, ["Maura Ellison"]),
        ({"end": "<p><em>DT-Redaktion</em></p>"}, ["DT-Redaktion"]),
        ({"body": "<p><strong>MAURA ELLISON</strong></p>" + PARAGRAPHS}, ["MAURA ELLISON"]),
        ({"end": "<p>Deep Sea</p>"}, []),
        # reporters in datelines
        (
            {
                "body": "<p>中新社港口1月17日电 (记者 王晓峰)罢工九天后，港口工人星期一与船主达成协议，港务局长说。</p>"
                + PARAGRAPHS
            },
            ["王晓峰"],
        ),
        (
            {
                "body": "<p>（记者王晓峰 通讯员李娜）罢工九天后，港口工人星期一与船主达成协议，港务局长说。</p>"
                + PARAGRAPHS
            },
            ["王晓峰", "李娜"],
        ),
        (
            {
                "body": "<p>(항구=연합뉴스) 홍길동 기자 = 아흐레 동안의 협상 끝에 항만 파업이 월요일에 끝났다고 항만 당국이 밝혔다.</p>"
                + PARAGRAPHS
            },
            ["홍길동"],
        ),
        (
            {
                "body": "<p>ГАВАНЬ, 4 янв - РИА Новости, Анна Соколова. Забастовка в порту закончилась после переговоров.</p>"
                + PARAGRAPHS
            },
            ["Анна Соколова"],
        ),
        # who wrote goes before where it is from
        (
            {"after": "<div class=name>作者：王晓峰</div><div class=origin>来源：新华网 2024-03-04 19:55:00</div>"},
            ["王晓峰"],
        ),
        (
            {
                "after": "<div class=byline>dpa <span>DT-Redaktion</span></div>",
                "head": _data('[{"@type": "Organization", "name": "DT-Redaktion"}]'),
            },
            ["dpa", "DT-Redaktion"],
        ),
        # a paragraph that its reporter opens is text
        (
            {
                "body": "<p>本报记者张海明从凯镇报道，议会周二晚间投票决定拨款重建连接两岸的木桥，争论持续九年。</p>"
                + PARAGRAPHS
            },
            [],
        ),
        # a framework's root, which has "next" in its name, is no next story
        (
            {
                "before": "<div id=__next><div class=css-1x0k><div class=css-88wc>",
                "after": "<div class=css-by><a href=/authors/vale>Rita Vale</a> | <a href=/authors/st-john>Mary St. John</a></div>",
                "end": "</div></div></div>",
            },
            ["Rita Vale", "Mary St. John"],
        ),
        # where somebody wrote stands behind the last dash
        ({"after": "<p>By Maura Ellison — Cape Town</p>"}, ["Maura Ellison"]),
        ({"after": "<p>Por Maura Ellison e Tomás Vale — São Paulo</p>"}, ["Maura Ellison", "Tomás Vale"]),
        # who is on a picture, and what he is
        ({"after": "<figure><img src=/a.jpg><figcaption>Rita Vale, President of the Port</figcaption></figure>"}, []),
        ({"after": "<figure><img src=/a.jpg><footer>APA/AFP/Rita Vale</footer></figure>"}, []),
        ({"after": "<p class=byline>By María de los Ángeles Pérez-Gómez</p>"}, ["María de los Ángeles Pérez-Gómez"]),
        # the site beside a person; agencies stay
        ({"after": "<p class=byline>Maura Ellison, Daily Tide</p>"}, ["Maura Ellison"]),
        ({"after": "<p class=byline>By Maura Ellison, Associated Press</p>"}, ["Maura Ellison", "Associated Press"]),
        # sections of the site are nobody
        ({"head": _data('{"@type": "Person", "name": "medellin"}'), "url": "/colombia/medellin/strike"}, []),
        # names of boxes that hold the whole article say nothing of a line in it
        ({"before": "<div class=author-article>", "end": "<ul><li><a href=/p/1>Rita Vale</a></li></ul>"}, []),
        # what is no byline
        ({"after": "<p>© Provided by Evening Post Photograph: Rita Vale</p>"}, []),
        ({"end": "<p>Mehr Artikel von Maura Ellison →</p>"}, ["Maura Ellison"]),
        ({"after": "<ul class=blogroll><li><a href=//x.example>Rita Vale</a></li></ul>"}, []),
        # a post's own foot, and lines that say who posted it when
        (
            {"end": "</div><div class=post-footer>Posted by <a href=/profile/7>Quayside</a> at 10:52</div>"},
            ["Quayside"],
        ),
        ({"end": "<p>Von R. T. am 07.08.2013 um 09:07 Uhr gespeichert unter Hafen</p>"}, ["R. T."]),
        (
            {
                "end": "</div><p>Share</p><p>Print</p><p>Save</p><div class=submitted>Submitted by quay on 4 May 2017</div>"
            },
            ["quay"],
        ),
        ({"after": "<div>04. Mai 2023 · Maura Ellison · Lesezeit: 4 Min.</div>"}, ["Maura Ellison"]),
        # a name with what belongs to it, without any mark
        (
            {"after": "<p><b>Maura Ellison</b><br>Harbour reporter<br>m.ellison@dailytide.example</p>"},
            ["Maura Ellison"],
        ),
        ({"after": "<p>Maura Ellison<br>Evening Herald</p>"}, ["Maura Ellison"]),
        ({"after": "<p>Maura Ellison in Averin</p><p>Fri 1 Dec 2023 06.00 GMT</p>"}, ["Maura Ellison"]),
        ({"after": "<p>Maura Ellison in Averin</p><p>Four cranes stood still.</p>"}, []),
        # an element of the line is named for the author; one for his role or his picture is not he
        (
            {"after": "<div><span class=author>Maura Ellison, à Averin</span> <span>le 4 mars 2024</span></div>"},
            ["Maura Ellison"],
        ),
        (
            {"after": "<div><i class=posted-by__author>Maura Ellison, Tom Vale</i> Published <b>4 May</b> 4 min</div>"},
            ["Maura Ellison", "Tom Vale"],
        ),
        (
            {"after": "<div><b class=author>Maura Ellison</b> <i class=author-title>Tide Fellow</i></div>"},
            ["Maura Ellison"],
        ),
        ({"end": "<div class=comment><b class=author>Rita Vale</b> said on 4 May</div>"}, []),
        ({"after": "<p class=author-name>Maura Ellison</p><p class=author-job>Harbour Editor</p>"}, ["Maura Ellison"]),
        ({"after": "<p>4. März 2024 / Maura Ellison</p>"}, ["Maura Ellison"]),
        # several items of one list; labels in elements of their own
        (
            {"after": "<div class=authors>Von<ul><li>Maura Ellison</li><li>Tom Vale</li></ul></div>"},
            ["Maura Ellison", "Tom Vale"],
        ),
        ({"after": "<p><b>Text:</b> <span>Maura Ellison</span></p>"}, ["Maura Ellison"]),
        ({"after": "<div><span>Thread starter</span> <a href=/u/7>Quayside</a></div>"}, ["Quayside"]),
        ({"after": "<p class=writtenBy>Maura Ellison and agencies</p>"}, ["Maura Ellison"]),
        # the site that put the text up, and who wrote it; an agency as the source
        ({"after": "<p class=author>Daily Tide</p><p>Written by: Maura Ellison</p>"}, ["Maura Ellison"]),
        ({"after": "<p>Źródło: PAP</p>"}, ["PAP"]),
        # a section in lower case where the writer should be; a menu on a host that is called like people
        ({"after": "<p class=author>medellín 4 de mayo 2022</p>", "url": "/colombia/medellin/a"}, []),
        ({"before": "<ul><li><a href=https://people.tide.example/>曝光</a></li></ul>"}, []),
        ({"end": "<p><strong>Weitere Informationen</strong></p>"}, []),
        # where a text was taken from, at its foot, is no byline; nor is a sentence that begins with a label
        ({"end": "<p>Tekst ukazał się pierwotnie w „Gazecie Portowej”.</p>"}, []),
        ({"end": "<p>来源：新华社</p>"}, []),
        ({"body": "<p>İlgili haber: Akşam vapuru adaya dönüyor</p>".join([PARAGRAPHS, PARAGRAPHS])}, []),
        ({"after": "<p class=x>Interview: Maura Ellison</p>"}, ["Maura Ellison"]),
        ({"end": "<p>Quelle: dpa</p>"}, []),
        ({"end": "<p class=author>Quelle: dpa</p>"}, ["dpa"]),
        ({"after": "<p>来源：新华社</p>"}, ["新华社"]),
    ],
)
def test_authors(page: dict[str, str], names: list[str]) -> None:
    """Just those who sign the article, in their order."""
    assert [a.name for a in _page(**page).authors] == names


BIO = "<div class=author-bio><h4>Maura Ellison</h4><p>Maura Ellison writes on ports and the people who work there.</p>"


@pytest.mark.parametrize(
    ("end", "names"),
    [
        (f"</div>{BIO}<a href=/author/me>All by Maura Ellison</a></div>", ["Maura Ellison"]),
        ("</div><section class=about-the-author><a href=/author/me>Maura Ellison</a></section>", ["Maura Ellison"]),
        (f"</div>{BIO}</div>{BIO.replace('Maura Ellison', 'Tom Vale')}</div>", []),
        ("</div><div class='related author-card'><h4>Maura Ellison</h4></div>", []),
        ("</div><div class=comments><div class=author-info><h4>Maura Ellison</h4></div></div>", []),
        ("</div><div class=author-bio><h4>About the writer</h4></div>", []),
    ],
)
def test_a_box_about_the_author(end: str, names: list[str]) -> None:
    """Where nothing else names a writer, the only person whom a box about the author names is he."""
    assert [a.name for a in _page(end=end).authors] == names


@pytest.mark.parametrize(
    ("author", "names"),
    [
        ('"Maura Ellison"', ["Maura Ellison"]),
        ('"Maura Ellison, Tom Vale and Priya Raman"', ["Maura Ellison", "Tom Vale", "Priya Raman"]),
        ('"By Maura Ellison and Tom Vale For The Tide"', ["Maura Ellison", "Tom Vale"]),
        ('["Maura Ellison", "Tom Vale"]', ["Maura Ellison", "Tom Vale"]),
        ('[["Maura Ellison"], [{"name": "Tom Vale"}]]', ["Maura Ellison", "Tom Vale"]),
        ('{"@type": "Person", "name": ["Maura Ellison", "Tom Vale"]}', ["Maura Ellison", "Tom Vale"]),
        ('{"@type": "Person", "givenName": "Maura", "familyName": "Ellison"}', ["Maura Ellison"]),
        ('{"@type": ["Person"], "name": "Ellison, Maura"}', ["Maura Ellison"]),
        ('{"@type": "Person", "name": "Maura O&#39;Keefe"}', ["Maura O'Keefe"]),
        ('{"@type": "Person", "name": "&lt;b&gt;Maura Ellison&lt;/b&gt;"}', ["Maura Ellison"]),
        ('{"@list": [{"name": "Maura Ellison"}, {"name": "Tom Vale"}]}', ["Maura Ellison", "Tom Vale"]),
        ('{"@type": "Person", "name": "https://dailytide.example/author/me"}', []),
        ('{"@type": "Person", "name": "@mauraellison"}', []),
        ('{"@type": "Person", "name": "admin"}', []),
        ('{"@type": "Person", "name": "Editor"}', []),
        ('{"@type": "Organization", "name": "Daily Tide"}', []),
        ('{"@type": "Organization", "name": "AFP"}', ["AFP"]),
        ('{"@type": "Person", "name": null}', []),
        ('{"@type": "Person", "name": "Maura Ellison", "jobTitle": "Harbour correspondent"}', ["Maura Ellison"]),
        ('{"@type": "Person", "name": "Dr. Maura Ellison"}', ["Maura Ellison"]),
        ('{"@type": "Person", "name": "Maura Ellison maura@dailytide.example"}', ["Maura Ellison"]),
        ('{"@type": "Person", "name": "Maura Ellison | Daily Tide"}', ["Maura Ellison"]),
    ],
)
def test_authors_of_json_ld(author: str, names: list[str]) -> None:
    """Whatever shape the data has, the people in it are found where the page prints no byline, and nobody else."""
    assert [a.name for a in _page(head=_data(author)).authors] == names


def test_references_are_followed() -> None:
    """An author that is only an `@id` is the person with that `@id` elsewhere in the graph."""
    graph = (
        '<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "headline": "'
        + TITLE
        + '", "author": {"@id": "#me"}}, {"@id": "#me", "@type": "Person", "name": "Maura Ellison"}]}</script>'
    )
    assert [a.name for a in _page(head=graph).authors] == ["Maura Ellison"]


def test_provenance_of_unprinted_authors() -> None:
    """Authors that only metadata names say where they stood, as they stood there."""
    doc = _page(head=_data('{"@type": "Person", "name": "Ellison, Maura"}'))
    provenance = doc.provenance["authors"]
    assert (provenance.source, provenance.path, provenance.raw) == ("json-ld", "json-ld[0].author", "Ellison, Maura")


def test_raised_numbers_are_no_part_of_names() -> None:
    """A number in `<sup>` behind a name is of the address below it."""
    line = '<p class="byline">By <a href="#a1">Mara Lind</a><sup><a href="#x1">1</a></sup>, <a href="#a2">Jon Eide</a><sup>2</sup></p>'
    text = "<p>The ferry across the bay runs again after the flood, the council said on Tuesday night, and tickets cost the same.</p>"
    page = f"<html><head><title>Ferry runs again</title></head><body><article><h1>Ferry runs again</h1>{line}{text * 4}</article>"
    assert [a.name for a in newsclean.from_html(page).authors] == ["Mara Lind", "Jon Eide"]


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("<p class=byline>By Ann Lee</p><p>Environment Editor</p>", "Environment Editor"),
        ("<div class=author>Ann Lee</div><div class=job>verslaggever</div>", "verslaggever"),
        ("<p class=byline>By Ann Lee, Political Correspondent</p><p>Environment Editor</p>", "Political Correspondent"),
        ("<p class=byline>By Ann Lee and Tom Vale</p><p>Environment Editor</p>", None),
        ("<p class=byline>By Ann Lee</p><p>The editor sees it otherwise.</p>", None),
        ("<p class=byline>By Ann Lee</p><div><p>Environment Editor</p></div>", None),
        ("<p class=byline>By Ann Lee</p><p>Editor 4 March 2026</p>", None),
    ],
)
def test_a_role_on_the_line_below(line: str, role: str | None) -> None:
    """What an only author is, where the next line of the same box says that and nothing else."""
    assert _page(after=line).authors[0].role == role


@pytest.mark.parametrize(
    "line",
    ["Ірина Балачук — Середа, 4 березня 2026", "Ann Lee – Harbour – 4 March 2026"],
)
def test_a_name_between_dashes_beside_a_date(line: str) -> None:
    """Beside a date a name needs no other mark, whichever sign parts it from other words."""
    assert [a.name for a in _page(after=f"<p>4 March 2026</p><p>{line}</p>").authors] == [
        line.split(" – ")[0].split(" — ")[0]
    ]


def test_an_editor_behind_the_reporter() -> None:
    """A Chinese line may go on with who edited the text, without any sign between."""
    line = "<div class=info>2026年03月12日 09:40 | 来源：海港日报 | 记者 陈思远 编辑 林涛</div>"
    assert [a.name for a in _page(after=line).authors] == ["陈思远"]
