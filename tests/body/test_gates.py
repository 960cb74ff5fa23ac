"""Pages that are no article, in many languages, and articles about such pages."""

from __future__ import annotations

import pytest

from newsclean import from_html

from .pages import PROSE, clean, lines, page, paragraphs

ADDRESS = "https://marling-post.example/a/1"


def short(title: str, *texts: str, below: str = "", head: str = "") -> str:
    """A page of a headline and a few lines."""
    told = "".join(f"<p>{text}</p>" for text in texts)
    return (
        f"<html><head><title>{title}</title>{head}</head><body><main><h1>{title}</h1>{told}{below}</main></body></html>"
    )


@pytest.mark.parametrize(
    ("title", "text", "buttons"),
    [
        ("We value your privacy", "We and our 842 partners store information on your device, such as cookies, for personalised ads and "
         "ad measurement. You can manage your choices or withdraw your consent.", "Accept all"),
        ("Ihre Privatsphäre ist uns wichtig", "Wir und unsere 842 Partner speichern Informationen auf Ihrem Gerät, etwa Cookies, "
         "für personalisierte Werbung. Sie können zustimmen oder ein Abo ohne Tracking abschließen.", "Alle akzeptieren"),
        ("Le respect de votre vie privée", "Avec votre accord, nos 842 partenaires et nous utilisons des cookies. Vous pouvez retirer "
         "votre consentement à tout moment.", "Tout accepter"),
        ("Jouw privacy", "Wij en onze 842 partners slaan informatie op je apparaat op, zoals cookies, en verwerken gegevens voor "
         "advertenties.", "Alles accepteren"),
        ("Din integritet", "Vi och våra 842 partner lagrar information på din enhet, till exempel kakor, och behandlar personuppgifter "
         "för anpassade annonser.", "Godkänn alla"),
    ],
)  # fmt: skip
def test_consent(title: str, text: str, buttons: str) -> None:
    """A short page that asks for consent has no text."""
    document = from_html(short(title, text, below=f"<button>{buttons}</button>"), url=ADDRESS)
    assert (document.kind, document.text) == ("consent", "")


WALL = (
    "We and our 842 partners store cookies and other information on your device and process personal data such as identifiers.",
    "With your consent we use them for personalised ads, ad measurement, audience research and the development of services.",
    "You can manage your choices or withdraw your consent at any time in the privacy settings. Accept all or reject all.",
    "Some vendors process your personal data on the basis of legitimate interest, which you can object to in the same settings.",
    "Strictly necessary cookies cannot be turned off; the cookie list tells you what each of them does and how long it is kept.",
    "Your consent applies to all our sites and apps. Our privacy notice says how long your choices are kept on your device.",
    "Subscribe to read without personalised ads, or read on for nothing as before; the page looks the same in both cases.",
)


def test_consent_box_over_short_news() -> None:
    """A box longer than the news below it makes no gate of the page; a wall with a sentence on something else stays one."""
    box = "".join(f"<p>{text}</p>" for text in WALL)
    footer = "".join(f'<ul><li><a href="/{i}">Part {i} of the site</a></li></ul>' for i in range(9))
    news = from_html(short("The ferry returns", *PROSE[:2], below=f'{footer}<div class="cmp">{box}</div>'), url=ADDRESS)
    assert (news.kind, lines(news)) == ("article", list(PROSE[:2]))
    wall = from_html(short("Your privacy, your choices: cookies", *WALL), url=ADDRESS)
    assert (wall.kind, wall.text) == ("consent", "")


def test_blocked_for_too_many_requests() -> None:
    """A page that asks the reader to wait is `blocked`."""
    document = from_html(
        short("Too many requests", "Please wait a few minutes and try again, or write to us."), url=ADDRESS
    )
    assert (document.kind, document.text) == ("blocked", "")


def test_a_story_about_captchas() -> None:
    """The words of a robot check in the headline alone make no gate of a story."""
    told = ("The first of these tests asked people to read bent letters, and machines could not do it for seven years.",
            "Then they could, and the letters were replaced by pictures of bridges and buses, which everyone hates.",
            "Today a box is enough, and what is checked is how the hand moves, the inventor said on Monday evening.")  # fmt: skip
    assert from_html(short("Are you a robot? A short history", *told), url=ADDRESS).kind == "article"


@pytest.mark.parametrize(
    "offer",
    [
        "Fortsett å lese med abonnement. Allerede abonnent? Logg inn",
        "Testen Sie alle Artikel kostenlos. Sie haben schon ein Abo? Hier anmelden",
        "Lee sin límites por un euro. ¿Ya eres suscriptor? Inicia sesión",
        "Tilaa ja lue kaikki jutut. Oletko jo tilaaja? Kirjaudu sisään",
    ],
)
def test_paywall(offer: str) -> None:
    """A first paragraph above an offer is a stub in any language."""
    document = from_html(short("Ferry to run again", PROSE[0], below=f"<div><p>{offer}</p></div>"), url=ADDRESS)
    assert document.kind == "paywall_stub"


def test_section_with_teasers() -> None:
    """Linked headlines with a sentence each are an `index`, whatever was taken for their text."""
    cards = "".join(f'<article><h2><a href="/a/{i}">{PROSE[i % 8][:60]}</a></h2><p>{PROSE[(i + 3) % 8][:90]}.</p></article>'
                    for i in range(20))  # fmt: skip
    assert from_html(page(cards, title="Local news"), url=ADDRESS).kind == "index"


def test_linked_sub_headings() -> None:
    """An article whose sub-headings are links has its text below each."""
    parts = "".join(f'<h2><a href="#{i}">{PROSE[i][:40]}</a></h2>{paragraphs(i, (i + 2) % 8)}' for i in range(8))
    assert from_html(page(parts), url=ADDRESS).kind == "article"


@pytest.mark.parametrize(
    "title", ["Live: council meets on the quay", "Rat tagt: der Liveticker", "En direct : le conseil"]
)
def test_live_by_its_headline(title: str) -> None:
    """Stamped entries below a headline that says so are a live blog; below another they are none."""
    entries = "".join(f"<section><span>1{i}:05</span>{paragraphs(i)}</section>" for i in range(6))
    assert from_html(page(entries, title=title), url=ADDRESS).kind == "live_blog"
    assert from_html(page(entries, title="Council meets"), url=ADDRESS).kind == "article"


@pytest.mark.parametrize("title", ["In pictures: the harbour", "Bildergalerie: der Hafen", "Le port en images"])
def test_gallery_by_its_headline(title: str) -> None:
    """Pictures and little text below a headline that says so are a gallery."""
    pictures = "".join(f'<figure><img src="/{i}.jpg" width="900" height="600"><figcaption>Ice, {i}</figcaption></figure>'
                       for i in range(8))  # fmt: skip
    assert from_html(page(paragraphs(0) + pictures, title=title), url=ADDRESS).kind == "gallery"
    assert from_html(page(paragraphs(0) + pictures, title="The harbour"), url=ADDRESS).kind == "article"


def test_video_by_its_type() -> None:
    """A page that declares itself a video's and has only its description is one."""
    head = '<meta property="og:type" content="video.other">'
    assert from_html(short("The ferry returns", PROSE[0], head=head), url=ADDRESS).kind == "video"


@pytest.mark.parametrize("name", ["sc-{}", "sc-story"])
def test_a_box_of_settings_below_the_article_is_no_text(name: str) -> None:
    """What a consent box says of each kind of cookie is none of the article, whatever its elements are called."""
    box = "".join(
        f'<div class="{name.format(i)}"><p>{text}</p></div>'
        for i, text in enumerate(
            (
                "When you visit a page it may keep facts in your browser, mostly as cookies, which show what you prefer. "
                "You need not allow all, but the page may then work less well, and you can change this when you want to.",
                "Strictly necessary cookies make the page work, so that it is not possible to turn them off. They answer what you do, "
                "as when you sign in. Our privacy notice tells how the opt-out works, and which vendors set third party cookies.",
            )
        )
    )
    story = "".join(f'<div class="sc-story">{paragraphs(n)}</div>' for n in range(4))
    tiles = "".join(f'<div class="tile"><a href="/{i}">More from the harbour, part {i}</a></div>' for i in range(9))
    assert lines(clean(story + tiles + f'<div class="sc-box">{box}</div>')) == list(PROSE[:4])
