"""The program `kehoach`: Ctrl-C is answered from the first moment on, also while the commands are being loaded."""

from __future__ import annotations

import sys


def main() -> None:
    try:
        from .cli import main as run

        run()
    except KeyboardInterrupt:  # while Python imports, or on the way out
        from .stopping import STOPPED, words

        print(words(sys.argv[1:]), file=sys.stderr)
        sys.exit(STOPPED)


if __name__ == "__main__":
    main()
