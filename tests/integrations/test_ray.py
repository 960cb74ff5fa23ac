from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

pa = pytest.importorskip("pyarrow")

import newsclean  # noqa: E402
from newsclean.batch.arrow import SCHEMA  # noqa: E402
from newsclean.integrations.ray import Cleaner, read_warcs  # noqa: E402


def test_tables_without_ray(warcs: list[Path], expected: dict[str, str]) -> None:
    """The callable works on any Arrow table."""
    cleaner = Cleaner(timeout_s=0)
    table = pa.Table.from_pylist([row for path in warcs for row in read_warcs({"path": str(path)})])
    cleaned = cleaner(table)
    assert cleaned.schema.equals(SCHEMA)
    assert {row["url"]: row["document"] or row["error_name"] for row in cleaned.to_pylist()} == expected


@pytest.fixture(scope="module")
def ray() -> Any:
    ray = pytest.importorskip("ray")
    pytest.importorskip("ray.data")
    ray.init(num_cpus=2, include_dashboard=False, log_to_driver=False, configure_logging=False)
    yield ray
    ray.shutdown()


@pytest.mark.integration
@pytest.mark.enable_socket
@pytest.mark.filterwarnings("ignore")
def test_warc_files_to_documents(ray: Any, warcs: list[Path], expected: dict[str, str]) -> None:
    """A data set of WARC paths becomes one of documents, the same bytes that newsclean gives alone."""
    paths = ray.data.from_items([{"path": str(path)} for path in warcs])
    documents = paths.flat_map(read_warcs).map_batches(
        Cleaner,
        batch_format="pyarrow",
        batch_size=8,
        concurrency=1,
        fn_constructor_kwargs={"cleaner": newsclean.Cleaner(), "timeout_s": 20},
    )
    assert {row["url"]: row["document"] or row["error_name"] for row in documents.take_all()} == expected
