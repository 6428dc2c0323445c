"""Parquet (extra ``parquet``): one row group's batch of rows in memory at a time."""

from collections.abc import Iterator
from typing import IO

from nieuwsextract.errors import ReadError
from nieuwsextract.reading.columns import Columns, to_item
from nieuwsextract.reading.compression import import_extra
from nieuwsextract.reading.items import Item

_ROWS = 256


def read(stream: IO[bytes], name: str, columns: Columns) -> Iterator[Item]:
    """Yield an article a row.

    Raises:
        ReadError: the file is damaged.
        RunError: pyarrow is not installed.
    """
    parquet = import_extra("pyarrow.parquet", "parquet")
    arrow_error = import_extra("pyarrow", "parquet").ArrowException
    number = 0
    try:
        for batch in parquet.ParquetFile(stream).iter_batches(_ROWS):
            for row in batch.to_pylist():
                number += 1
                yield to_item(row, f"{name}, row {number}", f"{name}#{number}", columns)
    except arrow_error as error:
        raise ReadError(f"damaged after row {number}: {error}; get the file again") from error
