"""Who wrote it, said again in the body, and notes on the authors at its end."""

from __future__ import annotations

import pytest

from newsclean.strip.byline_copies import MAX_NOTE_CHARS

from .stories import clean, kept

BYLINE = '<p class="byline">By <span class="author">Mara Lind</span> and <span class="author">Jon Eide</span></p>'


@pytest.mark.parametrize(
    "line",
    ["Mara Lind", "Mara Lind, Jon Eide", "By Mara Lind", "17:45 Mara Lind", "MARA LIND and JON EIDE"],
)
@pytest.mark.parametrize("place", ["first", "middle", "last"])
def test_bylines_again(line: str, place: str) -> None:
    """A line of nothing but the authors' names leaves the body wherever it stands."""
    document = clean(head=BYLINE, **{place: f"<p>{line}</p>"})
    assert kept(document)
    assert line not in document.text.split("\n\n")
    assert [a.name for a in document.authors] == ["Mara Lind", "Jon Eide"]


@pytest.mark.parametrize(
    ("line", "language"),
    [
        ("Das Gespräch führte Mara Lind.", "de"),
        ("20:11Mara Lind", "en"),
        ("本报记者", "zh"),
    ],
)
def test_bylines_of_those_not_known_before(line: str, language: str) -> None:
    """The last line of an interview, an entry's stamp and a reporter's mark are no text either."""
    document = clean(last=f"<p>{line}</p>", language=language)
    assert kept(document)
    assert line not in document.text


@pytest.mark.parametrize(
    "line",
    [
        "Mara Lind, who has rowed across the bay herself, says that nobody should try it at night.",
        "Sailed by night and paid by day",
        "Donated by Otto Berg, Harbour Town",
        "(Reporter Mara Lind)",
    ],
)
def test_sentences_with_names_stay(line: str) -> None:
    """A sentence about an author, and a line that opens like a byline in the middle of the text, are text."""
    document = clean(head=BYLINE, middle=f"<p>{line}</p>")
    assert line in document.text


@pytest.mark.parametrize(
    ("note", "language"),
    [
        ("Mara Lind is a reporter with the Skerry Post and has written about boats for nine years.", "en"),
        ("Jon Eide, a former harbour pilot, covers the coast for the Skerry Post.", "en"),
        ("Korrespondentin Mara Lind ist bei der Skerry Post für die Häfen zuständig.", "de"),
        ("Otto Berg is professor of history at the university on the hill.", "en"),
        ("<em>Otto Berg is the keeper of the old boats. His book on the ferry came out in May.</em>", "en"),
        ("Mara Lind, reporter in Skerry", "en"),
        ("Mara Lind — корреспондент отдела транспорта.", "ru"),
        ("Mara Lind，本报驻港口记者。", "zh"),
    ],
)
def test_notes_on_authors(note: str, language: str) -> None:
    """What an author does for a living is no text; of one who is not in the byline the office must be said."""
    document = clean(head=BYLINE, last=f"<p>{note}</p>", language=language)
    assert kept(document)
    note = note.removeprefix("<em>").removesuffix("</em>")
    assert ("author_bio", note) in [(r.reason, r.text) for r in document.removed]


@pytest.mark.parametrize(
    "text",
    [
        "Otto Berg is still angry that nobody asked him before the old boat was sold to the island.",
        "Mara Lind was the first to see the boat come in.",
        "Mara Lind: How long were you a reporter on the island?",
        "Mara Lind is a reporter, and "
        + "she went on board that night to see what had changed, " * (MAX_NOTE_CHARS // 50),
    ],
)
def test_last_paragraphs_about_people_stay(text: str) -> None:
    """What somebody did or felt is news; so is a paragraph too long for a note."""
    assert text.strip() in clean(head=BYLINE, last=f"<p>{text}</p>").text
