"""Who reports, where a paragraph says so in passing: in its dateline, or in brackets at the end of the text.

Chinese, Korean and Russian agencies name their reporters so and print no other byline.
"""

from __future__ import annotations

import re

from ..lexicon import bylines as words
from ..model.document import Author
from ..model.draft import Block
from ..text.byline import Byline, parse_byline
from .places import Span

HEAD_CHARS = 90
TAIL_CHARS = 60

_INLINE_HEAD = re.compile(
    r"(?:[（(【〔\[](?:[^（()）\s]{0,8}?)(?:记者|記者|评论员|評論員|特派员|特派員)[\s:：]{0,3}([^（()）】〕\]]{2,30})[）)】〕\]])"
    r"|(?:[（(\[][^（()）=\]]{1,14}=[^（()）\]]{1,12}[）)\]]\s{0,3}([가-힣]{2,4}(?:[·,\s][가-힣]{2,4}){0,3}\s{0,2}(?:기자|특파원)))"
    r"|(?:\[[^\]=]{2,12}=(?:[가-힣]{2,5}\s)?([가-힣]{3}(?=의\s)|[가-힣]{2,4}\s?(?:기자|특파원|칼럼니스트)))"
)
"""Who reports, in the dateline of a paragraph: "(记者 王晓峰)", "(서울=연합뉴스) 홍길동 기자 =", "[데일리=홍길동의 눈]"."""
_HELPERS = re.compile("通讯员|通訊員|实习生|实习记者|本报记者|摄影记者|、")
_RUSSIAN_HEAD = re.compile(
    r"^[А-ЯЁ][^.]{2,60}?\s[-–—]\s(?:РИА Новости|ТАСС|Интерфакс|ИТАР-ТАСС)[^,.]{0,12},\s([А-ЯЁ][а-яё]+\s[А-ЯЁ][а-яё-]+)\."
)


def find_inline_byline(block: Block, span: Span) -> Byline | None:
    """Who reports, where the first paragraph says so in its dateline or the last one in brackets."""
    if block.index <= span.first + 1:
        head = block.text[:HEAD_CHARS]
        if russian := _RUSSIAN_HEAD.match(head):
            return Byline(russian[0], (Author(russian[1]),), opened=True)
        found = _INLINE_HEAD.search(head)
    elif block.index >= span.last:
        found = _INLINE_HEAD.search(block.text[-TAIL_CHARS:])
    else:
        return None
    if found is None:
        return None
    name = _HELPERS.sub(" ", next(g for g in found.groups() if g))
    byline = parse_byline(("记者 " if found[1] else "") + name, words, sure=True)
    people = tuple(a for a in byline.authors if a.kind == "person") if byline is not None else ()
    return Byline(found[0], people, opened=True) if people else None


def is_reporters_line(text: str) -> bool:
    """A short line of reporters in brackets, as Chinese papers end with."""
    return any(label in text[-TAIL_CHARS:] for label in ("记者", "記者", "评论员", "기자"))
