"""Writes what newsclean makes of fixture pages into their `expected.json`: `python tools/expect_page.py SLUG …`.

For a new page, or after a change of output that is meant: read the difference before it is committed. A page is a
folder `fixtures/pages/<slug>/` with `source.html` or `source.txt`, and the page's address (`url`) in `expected.json`.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import newsclean

PAGES = Path(__file__).resolve().parents[1] / "fixtures" / "pages"
FIELDS = (
    "kind title kicker dek byline dateline published modified site_name category tags language direction access "
    "canonical_url"
).split()


def clean_page(folder: Path, url: str | None) -> dict[str, newsclean.Document]:
    """The document of each source of a page, by file name."""
    options = newsclean.Options(ledger="full", plugins=False)
    documents = {}
    for source in sorted(folder.glob("source.*")):
        door = newsclean.from_text if source.suffix == ".txt" else newsclean.from_html
        documents[source.name] = door(source.read_bytes(), url, options=options)
    return documents


def to_summary(document: newsclean.Document) -> dict[str, Any]:
    """What of a document a page's `expected.json` holds: words, roles and reasons; no paths and no numbers."""
    data = document.to_dict()
    summary = {name: data[name] for name in FIELDS if data[name]}
    summary["authors"] = [author.name for author in document.authors]
    summary["lead_image"] = document.lead_image.url if document.lead_image else None
    summary["sections"] = [
        {"heading": section["heading"], "blocks": [_to_block(block) for block in section["blocks"]]}
        for section in data["sections"]
    ]
    summary["disclosures"] = [f"{notice.kind}: {notice.text}" for notice in document.disclosures]
    summary["removed"] = [f"{removal.reason}: {removal.text}" for removal in document.removed]
    summary["warnings"] = list(document.warnings)
    return summary


def _to_block(block: dict[str, Any]) -> Any:
    kind = block["type"]
    if kind == "paragraph":
        return block["text"]
    if kind == "list":
        return {"list": [item["text"] for item in block["items"]]}
    if kind == "box":
        return {"box": [block["title"], *map(_to_block, block["blocks"])]}
    return {kind: {key: value for key, value in block.items() if value and key != "type"}}


def main(slugs: list[str]) -> int:
    """Write the files of the pages named, or of all."""
    for folder in sorted(PAGES.iterdir()):
        if slugs and folder.name not in slugs:
            continue
        path = folder / "expected.json"
        old = json.loads(path.read_text("utf-8")) if path.exists() else {}
        if "all" in old:
            print(f"{path} says what all sources must give alike: to be changed by hand")
            continue
        url = old.get("url")
        documents = {name: to_summary(document) for name, document in clean_page(folder, url).items()}
        text = json.dumps({"url": url, "documents": documents}, ensure_ascii=False, indent=1)
        path.write_text(text + "\n", "utf-8")
        print(path)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
