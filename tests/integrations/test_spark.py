from __future__ import annotations

import functools
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

pa = pytest.importorskip("pyarrow")

from newsclean.batch.arrow import SCHEMA as ARROW_SCHEMA  # noqa: E402
from newsclean.batch.arrow import clean_batch  # noqa: E402
from newsclean.integrations.spark import PAGE_SCHEMA, SCHEMA, clean_batches, read_warcs, to_ddl  # noqa: E402


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        (pa.string(), "STRING"),
        (pa.float64(), "DOUBLE"),
        (pa.binary(), "BINARY"),
        (pa.list_(pa.string()), "ARRAY<STRING>"),
        (pa.map_(pa.string(), pa.string()), "MAP<STRING, STRING>"),
        (pa.list_(pa.struct([("name", pa.string()), ("n", pa.float64())])), "ARRAY<STRUCT<name: STRING, n: DOUBLE>>"),
    ],
)
def test_types(kind: Any, expected: str) -> None:
    """Each Arrow type of the schemas has its name in Spark SQL."""
    assert to_ddl(pa.schema([("x", kind)])) == f"x {expected}"


def test_batches_without_spark(warcs: list[Path], expected: dict[str, str]) -> None:
    """The functions work on any iterator of batches."""
    paths = pa.RecordBatch.from_pydict({"path": [str(path) for path in warcs]})
    cleaned = list(clean_batches(read_warcs([paths])))
    rows = [row for batch in cleaned for row in batch.to_pylist()]
    assert {row["url"]: row["document"] or row["error_name"] for row in rows} == expected


@pytest.fixture(scope="module")
def spark() -> Any:
    sql = pytest.importorskip("pyspark.sql")
    os.environ["PYSPARK_PYTHON"] = sys.executable
    if subprocess.run(["java", "-version"], capture_output=True, check=False).returncode:
        pytest.skip("Spark needs Java")
    builder = (
        sql.SparkSession.builder.master("local[2]")
        .config("spark.ui.enabled", "false")
        .config("spark.driver.host", "127.0.0.1")
    )
    session = builder.config("spark.sql.execution.arrow.maxRecordsPerBatch", "8").getOrCreate()
    yield session
    session.stop()


@pytest.mark.integration
@pytest.mark.enable_socket
@pytest.mark.filterwarnings("ignore")
def test_warc_files_to_documents(spark: Any, warcs: list[Path], expected: dict[str, str]) -> None:
    """A table of WARC paths becomes a table of documents, the same bytes that newsclean gives alone."""
    paths = spark.createDataFrame([(str(path),) for path in warcs], "path STRING").repartition(2)
    pages = paths.mapInArrow(read_warcs, PAGE_SCHEMA)
    documents = pages.mapInArrow(functools.partial(clean_batches, timeout_s=20), SCHEMA)
    rows = documents.select("url", "document", "error_name").collect()
    assert {row.url: row.document or row.error_name for row in rows} == expected


@pytest.mark.integration
@pytest.mark.enable_socket
@pytest.mark.filterwarnings("ignore")
def test_the_schema_is_kept(spark: Any, warcs: list[Path], tmp_path: Path) -> None:
    """What Spark writes as Parquet has the columns and types of the published schema."""
    from pyarrow import parquet

    paths = spark.createDataFrame([(str(warcs[0]),)], "path STRING")
    documents = paths.mapInArrow(read_warcs, PAGE_SCHEMA).mapInArrow(clean_batches, SCHEMA)
    documents.write.parquet(str(tmp_path / "out"))
    table = parquet.read_table(tmp_path / "out")
    assert table.schema.names == ARROW_SCHEMA.names
    (paths_batch,) = read_warcs([pa.RecordBatch.from_pydict({"path": [str(warcs[0])]})])
    assert table.select(["url", "authors", "tags"]).to_pylist() == (
        pa.Table.from_batches([clean_batch(paths_batch)]).select(["url", "authors", "tags"]).to_pylist()
    )
