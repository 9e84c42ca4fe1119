"""Results out. A reporter is a function from Results to text; `REPORTERS` is the whole registry."""

from __future__ import annotations

from collections.abc import Callable

from . import text
from .results import Checked, Results

Reporter = Callable[[Results], str]


def _json(results: Results) -> str:
    from . import json  # each of these waits until it is asked for: most runs are for people

    return json.render(results)


def _sarif(results: Results) -> str:
    from . import sarif

    return sarif.render(results)


def _junit(results: Results) -> str:
    from . import junit

    return junit.render(results)


def _github(results: Results) -> str:
    from . import github

    return github.render(results)


def _html(results: Results) -> str:
    from . import html

    return html.render(results)


REPORTERS: dict[str, Reporter] = {
    "text": text.render,
    "json": _json,
    "sarif": _sarif,
    "junit": _junit,
    "github": _github,
    "html": _html,
}
# Reports that show the whole text of a plan, not only what was found in it.
WHOLE = frozenset({"html"})

__all__ = ["REPORTERS", "WHOLE", "Checked", "Reporter", "Results"]
