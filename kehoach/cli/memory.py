"""What earlier runs found, in the user's cache folder: a plan that did not change need not be checked again.

An answer is kept under all that it depends on: the plan and its parent to the byte, the unit, the settings, the day,
and this program as it is installed. Whatever differs, the plan is read and checked as ever. What the plan's file is
called makes no difference: a plan that was sent in twice, or moved to another folder, is checked once.
"""

from __future__ import annotations

import os
import pickle
import sys
import zlib
from collections.abc import Iterator
from contextlib import suppress
from functools import cache, lru_cache
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from .. import kept, system
from ..model import Plan
from ..readers import STDIN

if TYPE_CHECKING:
    from .jobs import Job, Outcome

# Answers lie in 256 folders, by the first two letters of their names; of a fuller one than this the older half goes.
FULL = 64


def findings_key(job: Job, path: Path, above: Path | None) -> str:
    """Under which name that lies which was found in a plan; "" where nothing may be kept."""
    if job.whole or not job.remember:  # the report shows all of a plan, and an answer holds only what was found
        return ""
    itself = above is not None and above.resolve() == path.resolve()
    return _key(path, above, repr((job.config_of(path), job.unit, job.as_of, path in job.unnamed, itself)))


def head_key(job: Job, path: Path) -> str:
    """Under which name the head of a plan lies: what it is and what it cites as its parent."""
    return _key(path, None, "head") if job.remember else ""


def plan_key(path: Path) -> str:
    """Under which name all that was understood of a plan lies."""
    return _key(path, None, "plan")


def _key(path: Path, above: Path | None, more: str) -> str:
    if STDIN in (path, above):
        return ""
    try:
        parts = [_program(), more, path.suffix, _digest(path), *((str(above), _digest(above)) if above else ())]
    except OSError:
        return ""
    return _short("\n".join(parts).encode("utf-8", "surrogatepass"))


def _short(content: bytes) -> str:
    return blake2b(content, digest_size=20).hexdigest()


def recall(key: str, path: Path) -> Any:
    """What was stored under `key`, said of the file at `path`; None for nothing, or nothing that can be understood."""
    try:
        return _said_of(path, pickle.loads(zlib.decompress(_file(key).read_bytes()))) if key else None
    except Exception:  # a file that was cut off or spoilt can fail in any way; then there is no answer
        return None


def _said_of(path: Path, answer: Any) -> Any:
    """A plan or an outcome with `path` in the place of where the plan lay at the time."""
    if isinstance(answer, Plan):
        return replace(answer, document=replace(answer.document, path=path))
    checked = answer.checked
    return replace(answer, checked=replace(checked, plan=_said_of(path, checked.plan)))


def store(key: str, answer: Plan | Outcome | None) -> None:
    """Keep an answer that depends on nothing but its key; where it cannot be written, only speed is lost."""
    if not key or answer is None or not _lasting(answer):
        return
    file = _file(key)
    with suppress(OSError):
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)  # for the user's eyes: plans may be confidential
        system.write(zlib.compress(pickle.dumps(answer, pickle.HIGHEST_PROTOCOL), 1), file)
        _thin_out(file.parent)


def _lasting(answer: Plan | Outcome) -> bool:
    """Another day a file may be readable, or an engine read a scan better."""
    if isinstance(answer, Plan):
        return not answer.document.ocr
    return not (answer.said or answer.checked.broken or answer.checked.plan.document.ocr)


def _file(key: str) -> Path:
    return kept.folder() / "answers" / key[:2] / key


def _thin_out(folder: Path) -> None:
    names = os.listdir(folder)
    if len(names) > FULL:
        files = sorted((folder / name for name in names), key=lambda file: file.stat().st_mtime)
        for file in files[: len(files) // 2]:
            file.unlink(missing_ok=True)


def _digest(path: Path) -> str:
    """A file's content in short; a pipe or a folder has none. Raises OSError."""
    if not path.is_file():
        raise OSError(f"{path} is no file")
    now = path.stat()
    return _digest_of(path, now.st_mtime_ns, now.st_size)


@lru_cache(maxsize=1024)  # a parent has many plans
def _digest_of(path: Path, _written: int, _size: int) -> str:
    return _short(path.read_bytes())


@cache
def _program() -> str:
    """This program in short: Python, every file of the package, and when libraries were last put beside it."""
    marks = [sys.version, *_marks(str(Path(__file__).parents[1]))]
    marks += [str(os.stat(folder).st_mtime_ns) for folder in sys.path if folder.endswith("-packages")]
    return _short("\n".join(marks).encode("utf-8", "surrogatepass"))


def _marks(folder: str) -> Iterator[str]:
    with os.scandir(folder) as entries:
        for entry in sorted(entries, key=lambda entry: entry.name):
            if entry.is_dir():
                yield from _marks(entry.path) if entry.name != "__pycache__" else ()
            else:
                stat = entry.stat()
                yield f"{entry.path} {stat.st_size} {stat.st_mtime_ns}"
