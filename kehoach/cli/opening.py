"""The plan in a file, read and understood: once in a run, and a parent once for all runs that hold plans against it."""

from __future__ import annotations

import os
from functools import lru_cache
from pathlib import Path

from msgspec import Struct

from ..model import Plan
from ..readers import STDIN
from ..system import reason
from . import memory

# So many plans are kept while their neighbours are matched and checked; of others the file is read again.
KEPT = 32


class Unread(Struct, frozen=True):
    """A file that cannot be read, and why."""

    path: Path
    reason: str


def opened(path: Path, remember: bool = False) -> Plan | Unread:
    """The plan in a file, or why it cannot be read.

    `remember`: from an earlier run, if it read the same. That is for parents, against which many plans are held.
    """
    try:
        if path != STDIN and path.is_dir():  # of those that were named all files are looked at: this one is shut
            os.listdir(path)
        stat = path.stat() if path != STDIN else None
    except OSError as error:
        missing = isinstance(error, FileNotFoundError)
        return Unread(path, "không tìm thấy tệp này" if missing else f"không mở được: {reason(error)}")
    return _opened(path, (stat.st_mtime_ns, stat.st_size) if stat else None, remember)


@lru_cache(maxsize=KEPT)
def _opened(path: Path, _version: tuple[int, int] | None, remember: bool) -> Plan | Unread:
    key = memory.plan_key(path) if remember else ""
    found: Plan | Unread | None = memory.recall(key, path)
    if found is None:
        found = _read(path)
        if isinstance(found, Plan):
            memory.store(key, found)
    return found


def _read(path: Path) -> Plan | Unread:
    from .. import extract
    from ..readers import ReadingError, read

    try:
        return extract.plan(read(path))
    except ReadingError as error:
        return Unread(path, str(error))
    except OSError as error:
        return Unread(path, f"không mở được: {reason(error)}")
    except Exception as bug:  # ours, not the file's; but one plan must not stop the others, nor show a traceback
        said = f"chương trình gặp lỗi khi đọc tệp này ({type(bug).__name__}: {bug}); xin báo cho nhóm phát triển"
        return Unread(path, said)
