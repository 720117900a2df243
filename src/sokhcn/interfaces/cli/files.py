"""What a file holds that a command was given: a pipe without an end or a device does not keep it waiting for ever."""

from errno import EINVAL
from pathlib import Path

from sokhcn.reports.reading import MOST_BYTES


def content(file: Path) -> bytes:
    """The bytes of an ordinary file; of a huge one no more than it takes to see that it is. Raises ``OSError``."""
    if file.exists() and not file.is_file() and not file.is_dir():
        raise OSError(EINVAL, "đây là đường ống hoặc thiết bị, không phải tệp", str(file))
    with file.open("rb") as opened:
        return opened.read(MOST_BYTES + 1)
