"""The command line as a test calls it: in this process, with what it says caught."""

from __future__ import annotations

import pytest

from kehoach.cli import main


def run(*arguments: object, capsys: pytest.CaptureFixture[str]) -> tuple[int, str, str]:
    """Exit code, standard output and error stream of `kehoach` with these arguments; never a traceback."""
    with pytest.raises(SystemExit) as stopped:
        main([str(argument) for argument in arguments])
    out, err = capsys.readouterr()
    assert "Traceback" not in out + err
    return int(stopped.value.code or 0), out, err
