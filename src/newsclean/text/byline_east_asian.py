"""Bylines in Chinese, Japanese and Korean: labels before the names (作者：…), roles behind them (… 기자)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Literal, Protocol

from ..model.document import Author
from .names import looks_like_name, script_of

_READING = re.compile(r"(?<=[\u3400-\u9fff々])\s?[（(][\u3040-\u30ff・\s]{2,20}[）)]")
"""How a name is read, in kana behind it."""
_PLACE_EQUALS = re.compile(r"(?:^|(?<=[\s【（(\[]))[\u30a0-\u30ff\u3400-\u9fff]{2,8}[＝=]\s?(?=[\u3400-\u9fff])")
"""Where a reporter is, before his name: "ロンドン＝高橋美咲"."""
_DESK = re.compile(r"^[\u30a0-\u30ff\u3400-\u9fff]{1,8}(?:部|支局|総局|編集局|デスク)\s+(?=\S)")
"""The desk of a paper before the names of its writers."""
_SPLIT = re.compile(r"[|\n\t;；()（）\[\]【】〔〕『』《》=]+|\s{2,}")
_LATIN_PREFIX = re.compile(r"^(?:(?:text|words|photo)\s+)?by[\s.:]+", re.IGNORECASE)
_PIECE = re.compile(r"[、，,/／・·&\s]+")
_MARK = re.compile(r"^[\s:：・/／|｜=＝▲■●◎※◆]+")
_KOREAN_CREDIT = re.compile(r"\s(사진|그림|영상|편집|그래픽)\s?[·=:]?\s(?=[가-힣]{2,4}(?:\s|$))")
"""Who made the pictures, without a colon: "글 홍길동 사진 김철수"."""
_MAX_PIECES = 20
_MAX_TAIL_PIECES = 4
"""More words before "报道" or "供稿" are a menu."""
_MAX_ORGANISATION_CHARS = 20

_TITLES = ("本报记者", "记者", "記者", "评论员", "評論員", "通讯员", "特派员", "特派員")
"""Labels that need no colon: the name follows at once."""
_FURTHER_TITLE = re.compile(
    r"((?:记者|記者|评论员|評論員)[\u3400-\u9fff]{2,4}(?:[ 、][\u3400-\u9fff]{2,4}){0,3})[\s　](?=(?:通讯员|通訊員|记者|記者|实习生))"
)
"""Before the title of a second writer: "记者王小明 通讯员李华"."""
_WRITING = ("作者", "记者", "記者", "撰文", "文")
_NO_NAMES = (
    "日",
    "日時",
    "时间",
    "時間",
    "发布",
    "發布",
    "更新",
    "公開",
    "掲載",
    "配信",
    "機関",
    "コラム",
    "一覧",
    "讯",
    "评论",
    "分享",
    "注册",
    "注冊",
    "登录",
    "首页",
    "首頁",
    "進入",
    "进入",
    "登入",
    "顶部",
    "頂部",
    "微博",
    "微信",
    "朋友圈",
    "平台",
    "打印",
    "列印",
    "收藏",
    "评论",
    "留言",
    "举报",
    "關閉",
    "文章",
    "两句",
    "兩句",
    "中心",
    "邮箱",
    "星期一",
    "星期二",
    "星期三",
    "星期四",
    "星期五",
    "星期六",
    "星期日",
    "エントリ",
    "記事",
    "关闭",
    "投稿",
    "推薦",
    "推荐",
    "返回",
    "更多",
    "客户端",
    "手机版",
    "字体",
    "字號",
    "字号",
)
"""Ends of labels and menu items that could pass for names."""
_PICTURE_ENDS = ("摄", "攝", "撮影", "图", "圖")

Kind = Literal["", "author", "source", "credit"]
Found = tuple[list[Author], list[Author], list[str], bool]
"""Authors, sources, credits, and whether a label opened them."""


class EastAsianWords(Protocol):
    """The part of the byline tables that these scripts need."""

    def __hash__(self) -> int: ...
    @property
    def CHINESE_SURNAMES(self) -> frozenset[str]: ...
    @property
    def KOREAN_SURNAMES(self) -> frozenset[str]: ...
    @property
    def EAST_ASIAN_AGENCIES(self) -> tuple[str, ...]: ...
    @property
    def EAST_ASIAN_LABELS(self) -> tuple[str, ...]: ...
    @property
    def EAST_ASIAN_SOURCE_LABELS(self) -> tuple[str, ...]: ...
    @property
    def EAST_ASIAN_CREDIT_LABELS(self) -> tuple[str, ...]: ...
    @property
    def EAST_ASIAN_TAILS(self) -> tuple[str, ...]: ...
    @property
    def KOREAN_ROLES(self) -> tuple[str, ...]: ...
    @property
    def JAPANESE_DESKS(self) -> tuple[str, ...]: ...
    @property
    def JAPANESE_SURNAMES(self) -> frozenset[str]: ...


def parse_east_asian(line: str, words: EastAsianWords, sure: bool) -> Found | None:
    """Authors, sources and credits of a line in Han, kana or Hangul; None where it names nobody."""
    found: Found = ([], [], [], False)
    signed: list[Author] = []
    kind: Kind = ""
    prefix = _LATIN_PREFIX.match(line)
    opened = prefix is not None
    line = _READING.sub("", line[prefix.end() :] if prefix else line)
    sure = sure or opened
    for segment in _SPLIT.split(_spread(line, words))[:_MAX_PIECES]:
        segment = segment.strip(" 　-–—/／。.\\")
        if not segment or segment.endswith(_PICTURE_ENDS):
            continue
        if segment.split()[-1] in words.EAST_ASIAN_CREDIT_LABELS and " " in segment:
            found[2].append(segment)  # "李沐阳 编辑": the role behind the name
            continue
        short = len(segment) <= 24 and len(_PIECE.split(segment)) <= _MAX_TAIL_PIECES
        opened = opened or (short and segment.endswith(words.EAST_ASIAN_TAILS))
        kind, rest, said = _label(segment, kind, words)
        opened = opened or (said and kind == "author")
        if kind == "credit":
            found[2].append(segment)
        elif kind == "source":
            name = _PIECE.split(rest)[0] if rest else ""
            if 1 < len(name) <= _MAX_ORGANISATION_CHARS and not found[1]:
                found[1].append(Author(name, kind="organisation"))
        elif rest:
            before = len(found[0])
            _read(rest, found[0], words, said or (sure and len(_PIECE.split(rest)) <= 2))
            if rest.endswith(words.KOREAN_ROLES) or rest.startswith(words.KOREAN_ROLES):
                signed += found[0][before:]
            kind = "" if found[0] else kind
    authors, sources, others, _ = found
    opened = opened or bool(signed)
    authors = signed or authors  # "[서울=연합뉴스] 홍길동 기자": place and agency stand before who reports
    return (authors, sources, others, opened) if authors or sources or others else None


def _spread(line: str, words: EastAsianWords) -> str:
    """The line with a break before each label that a colon follows, so that "作者：… 来源：…" falls apart."""
    for label in (*words.EAST_ASIAN_SOURCE_LABELS, *words.EAST_ASIAN_CREDIT_LABELS, *_WRITING):
        if label not in line:
            continue
        for bar in (" | ", "丨", "｜"):
            if line.startswith(label + bar) or " " + label + bar in line:
                line = line.replace(label + bar, label + "：")
        for colon in ("：", ":", "／"):
            line = line.replace(" " + label + colon, "|" + label + colon)
    line = _FURTHER_TITLE.sub(r"\1|", line)
    if (writer := max(map(line.find, _TITLES))) >= 0:
        for label in words.EAST_ASIAN_CREDIT_LABELS:
            at = line.find(f" {label} ", writer)
            if at > 0:
                line = f"{line[:at]}|{label}：{line[at + len(label) + 2 :]}"  # "记者 王小明 编辑 李华"
    if not _begins_with_label(line, words):
        line = _PLACE_EQUALS.sub("", line)
    return _KOREAN_CREDIT.sub(r"|\1: ", line)


def _begins_with_label(line: str, words: EastAsianWords) -> bool:
    return line.lstrip("【（([ ").startswith(words.EAST_ASIAN_LABELS)


@cache
def _labels(words: EastAsianWords) -> tuple[tuple[str, Kind], ...]:
    """The labels with what they open, the longest first ("撮影・文" before "撮影")."""
    tables: tuple[tuple[Sequence[str], Kind], ...] = (
        (words.EAST_ASIAN_CREDIT_LABELS, "credit"),
        (words.EAST_ASIAN_SOURCE_LABELS, "source"),
        (words.EAST_ASIAN_LABELS, "author"),
    )
    return tuple(sorted(((label, kind) for table, kind in tables for label in table), key=lambda x: -len(x[0])))


def _label(segment: str, kind: Kind, words: EastAsianWords) -> tuple[Kind, str, bool]:
    for label, name in _labels(words):
        if not segment.startswith(label):
            continue
        rest = segment[len(label) :]
        mark = _MARK.match(rest)
        if mark or not rest or (label in _TITLES and len(rest) <= 40):
            following = rest[mark.end() :] if mark else rest
            again = _label(following, name, words) if following and name == "author" else None
            return again if again and again[2] else (name, following.strip(), True)
    at = max((segment.find(w) for w in ("记者", "記者", "通讯员", "评论员")), default=-1)
    if 0 < at <= 14 and len(segment) - at <= 30:
        return "author", segment[at:].lstrip("".join(sorted(set("记者記通讯员评论")))).strip(" :：/／"), True
    return kind, segment, False


def _read(text: str, authors: list[Author], words: EastAsianWords, trusted: bool) -> None:
    if desk := _DESK.match(text):
        text, trusted = text[desk.end() :], True
    pieces = [p for p in _PIECE.split(text) if p]
    if (
        len(pieces) == 2
        and all(len(p) <= 2 for p in pieces)
        and script_of(text) in ("han", "kana")
        and not _agency(pieces[0], words)
    ):
        whole = len(pieces[1]) < 2 or len(pieces[0]) < 2 or pieces[0] in words.JAPANESE_SURNAMES
        whole = whole or not all(p[0] in words.CHINESE_SURNAMES for p in pieces)
        pieces = [" ".join(pieces)] if whole else pieces
    if script_of(text) == "cased":
        _read_latin(text, authors, trusted)
        return
    for piece in pieces:
        piece = piece.strip(":：")
        if piece in words.KOREAN_ROLES or piece.endswith(words.EAST_ASIAN_TAILS) or piece.endswith(_NO_NAMES):
            continue
        _read_piece(_without_role(piece, words), authors, words, trusted)


def _read_latin(text: str, authors: list[Author], trusted: bool) -> None:
    name = text.strip()
    if trusted and 2 <= len(name) <= 40:
        authors.append(Author(name, kind="person" if looks_like_name(name) else "organisation"))


def _without_role(piece: str, words: EastAsianWords) -> str:
    for role in words.KOREAN_ROLES:
        if piece.endswith(role) and len(piece) - len(role) >= 2:
            return piece[: -len(role)]
    return piece


def _agency(piece: str, words: EastAsianWords) -> bool:
    return piece in words.EAST_ASIAN_AGENCIES


def _read_piece(piece: str, authors: list[Author], words: EastAsianWords, trusted: bool) -> None:
    script = script_of(piece)
    if _agency(piece, words) or (
        trusted and len(piece) <= _MAX_ORGANISATION_CHARS and piece.endswith(words.JAPANESE_DESKS)
    ):
        if not authors or _agency(piece, words):
            authors.append(Author(piece, kind="organisation"))
        return
    if script == "hangul" and piece.endswith(words.JAPANESE_DESKS):
        return  # "조석일보 강갈매 기자": the paper before its reporter
    surnames = words.KOREAN_SURNAMES if script == "hangul" else words.CHINESE_SURNAMES
    if (looks_like_name(piece, surnames=surnames) and script in ("han", "hangul")) or (
        trusted and script in ("han", "kana") and looks_like_name(piece) and len(piece.replace(" ", "")) <= 8
    ):
        authors.append(Author(piece))
    elif trusted and script == "cased" and not authors:
        _read_latin(piece, authors, trusted)
