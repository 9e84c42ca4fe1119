"""The table of figures: each beside its target, and beside a peer measured in the same run where one can be installed.

make bench            everything;  python -m tests.bench speed  or  understanding  for a part
"""

from __future__ import annotations

import sys
from collections.abc import Iterator

from . import speed, understanding
from .table import Row, show

PARTS = {"understanding": understanding.rows, "speed": speed.rows}


def main(names: list[str]) -> int:
    def every() -> Iterator[Row]:
        for name in names or PARTS:
            yield from PARTS[name]()

    return show(every())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
