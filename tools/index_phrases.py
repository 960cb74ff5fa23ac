"""Write the index of the phrases, src/newsclean/lexicon/phrases.json, from the files of the languages beside it.

python tools/index_phrases.py; to be run after each change of a phrase. Same files in, same index out.
"""

from __future__ import annotations

import json
from pathlib import Path

from newsclean.lexicon.index import INDEX_FILE, make_index
from newsclean.lexicon.phrases import read_rows

FOLDER = Path(__file__).resolve().parents[1] / "src/newsclean/lexicon"


def main() -> None:
    """One line for each field, so that a change of a phrase changes few of them."""
    fields = make_index(read_rows())._asdict().items()
    lines = [
        f"{json.dumps(name)}:{json.dumps(value, ensure_ascii=False, separators=(',', ':'))}" for name, value in fields
    ]
    (FOLDER / INDEX_FILE).write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
