"""Which noise a line is where its words and the learned weights differ."""

from __future__ import annotations

import pytest

from .stories import clean


@pytest.mark.parametrize(
    ("markup", "line", "reason"),
    [
        ('<div class="newsletter-box"><p>{}</p><p>Get the harbour letter</p></div>', "Read also: Bakery opens at four", "related"),
        ('<div class="share-tools"><span>{}</span><button>Share</button></div>', "Advertisement", "ad"),
        ('<div class="ad-slot"><h4>{}</h4><p>Mara Lind</p></div>', "About the author", "author_bio"),
    ],
)  # fmt: skip
def test_a_phrase_outweighs_the_names_around_it(markup: str, line: str, reason: str) -> None:
    """A line that says what it is has that reason, whatever its container is called."""
    document = clean(last=markup.format(line))
    assert (reason, line) in [(r.reason, r.text) for r in document.removed]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("<p>Follow us on Telegram and WhatsApp so you never miss a headline.</p>", "promo"),
        ("<p>Article continues after this message</p>", "ad"),
        ("<p>Join the conversation: 14 people have commented</p>", "comments"),
        ('<p><strong>Analysis:</strong> <a href="/x">Harbour office gets a new roof</a></p>', "related"),
    ],
)
def test_between_paragraphs_stands_no_menu(line: str, reason: str) -> None:
    """What interrupts the text is no navigation, and a count of comments no date."""
    document = clean(middle=line)
    assert [r.reason for r in document.removed if r.text.split()[0] in line] == [reason]
