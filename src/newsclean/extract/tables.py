"""Data tables: header, rows and caption of a `<table>`; layout tables are told apart and stay paragraphs."""

from __future__ import annotations

from typing import Any

from ..model.document import Table
from ..model.draft import Block, Node

MAX_CELL_CHARS = 300
"""A cell with more text than this holds prose: the table is a layout."""
MAX_CELL_BLOCKS = 4
MAX_COLUMNS = 60
MAX_ROWS = 2000
_LAYOUT_ROLES = frozenset(("presentation", "none"))
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))


class _Row:
    """The cells of one `<tr>` that have a block, by element."""

    __slots__ = ("cells", "element", "in_head")

    def __init__(self, node: Node) -> None:
        self.element = node.element
        self.in_head = node.within("thead") is not None
        self.cells: dict[Any, list[Block]] = {}


def find_table(blocks: list[Block], node: Node) -> Table | None:
    """The table that the blocks inside the element `node` make, or None where it only lays the page out.

    A data table has two columns and two rows at least, no table inside another, and no prose in its cells.
    """
    if _LAYOUT_ROLES.intersection(node.names.split()):
        return None
    caption, rows = _collect(blocks, node)
    if rows is None or not _is_data(rows):
        return None
    lines = _grid(rows)
    columns = max(map(len, lines))
    if columns < 2 or columns > MAX_COLUMNS:
        return None
    padded = [tuple(line + [""] * (columns - len(line))) for line in lines]
    header: tuple[str, ...] = ()
    if _is_header(rows[0]) and len(padded) > 1:
        header, padded = padded[0], padded[1:]
    return Table(tuple(padded), header, caption)


def _collect(blocks: list[Block], node: Node) -> tuple[str | None, list[_Row] | None]:
    caption: str | None = None
    rows: dict[Any, _Row] = {}
    for block in blocks:
        if block.node.within("caption") is not None:
            caption = f"{caption} {block.text}" if caption else block.text
            continue
        cell, row = block.node.within("td", "th"), block.node.within("tr")
        if cell is None or row is None or block.tag in _HEADINGS or block.node.within("table") is not node:
            return None, None
        made = rows.get(row.element)
        if made is None:
            made = rows[row.element] = _Row(row)
        made.cells.setdefault(cell.element, []).append(block)
    return caption, list(rows.values())


def _is_data(rows: list[_Row]) -> bool:
    if not 2 <= len(rows) <= MAX_ROWS:
        return False
    cells = [cell for row in rows for cell in row.cells.values()]
    if any(len(c) > MAX_CELL_BLOCKS or sum(len(b.text) for b in c) > MAX_CELL_CHARS for c in cells):
        return False
    return sum(len(row.cells) > 1 for row in rows) * 2 >= len(rows)


def _is_header(row: _Row) -> bool:
    return row.in_head or all(cell.tag == "th" for cell in row.cells)


def _grid(rows: list[_Row]) -> list[list[str]]:
    """Texts by column; a cell over several columns fills the first, one over several rows its first row."""
    lines: list[list[str]] = []
    open_below: dict[int, int] = {}  # column → rows still covered from above
    for row in rows:
        line: list[str] = []
        for cell in row.element:
            if cell.tag not in ("td", "th"):
                continue
            _skip_covered(line, open_below)
            width, height = _span(cell.get("colspan")), _span(cell.get("rowspan"))
            if height > 1:
                open_below.update((column, height - 1) for column in range(len(line), len(line) + width))
            line += [_cell_text(cell, row.cells.get(cell)), *[""] * (width - 1)]
            if len(line) > MAX_COLUMNS:
                break
        _skip_covered(line, open_below)
        lines.append(line)
    return lines


def _skip_covered(line: list[str], open_below: dict[int, int]) -> None:
    while open_below.get(len(line), 0) > 0:
        open_below[len(line)] -= 1
        line.append("")


def _cell_text(cell: Any, blocks: list[Block] | None) -> str:
    """The cell's blocks, or the dash or plus sign of a cell that has no word; hidden words are left out."""
    if blocks:
        return " ".join(block.text for block in blocks)
    text = " ".join("".join(cell.itertext()).split())
    return text if len(text) < 10 and not any(map(str.isalnum, text)) else ""


def _span(value: str | None) -> int:
    number = int(value) if value and value.isascii() and value.isdigit() and len(value) < 5 else 1
    return max(1, min(number, MAX_COLUMNS))
