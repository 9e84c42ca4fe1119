"""A process that reads pages by OCR for another: a job on its input, a page a line on its output.

Started as `python -m kehoach.readers.ocr.worker`, and not by multiprocessing, it never runs the caller's script again.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from queue import SimpleQueue
from threading import Thread
from typing import IO, Any

from . import engine
from .engine import Draw, Page


def shared(path: Path, numbers: list[int], draw: Draw, dots: int, workers: int) -> Iterator[tuple[int, Page | None]]:
    """The pages as they are done, in any order, read by so many processes; None for a page that could not be read."""
    done: SimpleQueue[tuple[int, Page | None] | None] = SimpleQueue()
    running = []
    for share in (numbers[first::workers] for first in range(workers)):
        job = {"path": str(path), "numbers": share, "draw": [draw.__module__, draw.__qualname__], "dots": dots}
        process = _start(job)
        thread = Thread(target=_listen, args=(process.stdout, share, done), daemon=True)
        thread.start()
        running.append((process, thread))
    try:
        for _ in numbers:
            if (page := done.get()) is not None:
                yield page
    finally:
        for process, thread in running:
            process.kill()
            process.wait()
            thread.join()
            if process.stdout:
                process.stdout.close()


def _start(job: dict[str, Any]) -> subprocess.Popen[str]:
    # the worker finds the packages that this process found
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path)), "PYTHONIOENCODING": "utf-8"}
    process = subprocess.Popen(
        [sys.executable, "-m", __name__],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment,
        encoding="utf-8",
    )
    assert process.stdin is not None
    with process.stdin as out:
        json.dump(job, out)
    return process


def _listen(output: IO[str] | None, numbers: list[int], done: SimpleQueue[tuple[int, Page | None] | None]) -> None:
    """Pass on the pages of one worker; those that it did not come to are None."""
    missing = list(numbers)
    for line in output or ():
        number, page = json.loads(line)
        missing.remove(number)
        done.put((number, engine.unpacked(page) if page else None))
    for number in missing:
        done.put((number, None))


def main() -> None:
    job = json.load(sys.stdin)
    module, name = job["draw"]
    draw: Draw = getattr(import_module(module), name)
    for number in job["numbers"]:
        page = engine.read(Path(job["path"]), number, draw, job["dots"])
        print(json.dumps([number, engine.packed(page) if page else None]), flush=True)


if __name__ == "__main__":
    main()
