"""Files and the system: how one is written, and why it was refused, in the words that clerks are told."""

from __future__ import annotations

import errno
import os
from contextlib import suppress
from pathlib import Path


def write(content: bytes, out: Path) -> None:
    """Write a file whole or not at all: beside, then rename. Raises OSError with the name of the file.

    Behind a link that is the file which it leads to.
    """
    real = Path(os.path.realpath(out))
    beside = real.with_name(f".{real.name[:40]}.{os.getpid()}")
    try:
        beside.write_bytes(content)
        beside.replace(real)
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(out)) from error
    finally:  # also when the user stops it
        with suppress(OSError):
            beside.unlink(missing_ok=True)


def reason(error: OSError) -> str:
    """Why the system refused a file."""
    reasons: dict[type[OSError], str] = {
        FileNotFoundError: "không có tệp hoặc thư mục này",
        PermissionError: "không có quyền",
        IsADirectoryError: "đây là thư mục",
        NotADirectoryError: "đường dẫn đi qua một tệp",
    }
    numbers = {
        errno.ENOSPC: "hết chỗ trên đĩa", errno.EDQUOT: "đã hết dung lượng được cấp", errno.EROFS: "đĩa chỉ cho đọc",
        errno.ENAMETOOLONG: "tên tệp quá dài",
    }  # fmt: skip
    return reasons.get(type(error)) or numbers.get(error.errno or 0, "hệ thống báo lỗi")
