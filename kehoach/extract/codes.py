"""The codes of documents, «24/2023/TT-BGDĐT», and what the tables of kinds and issuers say of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache, lru_cache

from msgspec import Struct

from .. import knowledge
from ..patterns import lazy
from ..text import fold
from . import damage


class Kind(Struct, frozen=True):
    """A kind of document: «KH», «Kế hoạch», and the letters that stand for it in a symbol."""

    abbreviation: str
    word: str
    aliases: tuple[str, ...]
    codes: tuple[str, ...]
    forms: tuple[str, ...]


class Issuer(Struct, frozen=True):
    """A body that issues documents. `sure`: its code alone tells who issued."""

    codes: tuple[str, ...]
    name: str
    short: tuple[str, ...]
    level: str
    sure: bool
    since: date | None
    until: date | None
    successor: str


class Code(Struct, frozen=True):
    """Where a code stands, and its parts as written: number (year included) and symbol."""

    number: str
    symbol: str
    start: int
    end: int
    party: bool = False
    name: str = ""  # whose it is, where the symbol says so in words: « Hoa Sen» of «KH-MN Hoa Sen»


@cache
def kinds() -> tuple[Kind, ...]:
    return tuple(
        Kind(
            row["abbreviation"],
            row["word"],
            tuple(row.get("aliases", ())),
            tuple(row.get("codes", (row["abbreviation"],))),
            tuple(row["forms"]),
        )
        for row in knowledge.table("kinds")["kind"]
    )


@cache
def issuers() -> tuple[Issuer, ...]:
    def day(text: str) -> date | None:
        return date.fromisoformat(text) if text else None

    def parts(text: str) -> tuple[str, ...]:
        return tuple(part for part in text.split("|") if part)

    return tuple(
        Issuer(
            parts(row["code"]),
            row["name"],
            parts(row["short"]),
            row["level"],
            bool(row["sure"]),
            day(row["since"]),
            day(row["until"]),
            row["successor"],
        )
        for row in knowledge.rows("issuers")
    )


@cache
def kind_words() -> dict[str, str]:
    """Lower-case word for a kind → its abbreviation: «kế hoạch» → «KH»."""
    return {word.casefold(): kind.abbreviation for kind in kinds() for word in (kind.word, *kind.aliases)}


@cache
def kind_codes() -> dict[str, str]:
    """Letters in a symbol → abbreviation of the kind: «CTHĐ» → «CTr»."""
    found: dict[str, str] = {}
    for kind in kinds():
        for code in kind.codes:
            found.setdefault(code, kind.abbreviation)
    return found


@cache
def codes_of(kind: str) -> tuple[str, ...]:
    """The letters that may stand in a symbol for a kind: «HD» → («HD», «HDLT», «HDLN»)."""
    return next((known.codes for known in kinds() if known.abbreviation == kind), ())


@cache
def issuer_codes() -> frozenset[str]:
    return frozenset(code for issuer in issuers() for code in issuer.codes)


@cache
def _by_fold(source: str) -> dict[str, str | None]:
    """Folded code → the one code that folds to it, None where two do."""
    found: dict[str, str | None] = {}
    for code in kind_codes() if source == "kind" else issuer_codes():
        found[fold(code)] = None if fold(code) in found else code
    return found


def kind_of(symbol: str) -> str | None:
    """The kind that a canonical symbol tells: «KH-UBND» → «KH», «BGDĐT-GDPT» → «CV», «QH14» → None."""
    first = re.split(r"[-/]", symbol, maxsplit=1)[0]
    if first in kind_codes():
        return kind_codes()[first]
    return "CV" if "-" in symbol and first in issuer_codes() else None


@lru_cache(maxsize=1024)
def issuer_of(symbol: str, when: date | None = None) -> str | None:
    """The body whose code a symbol bears, as of a date, where the code alone is sure: «QĐ-TTg» → «Thủ tướng Chính phủ».

    None for a joint document («TTLT-BNV-BTC») and where many bodies share a code («KH-UBND»).
    """
    if re.match(r"[A-ZĐ]+(?:LT|LN|LB)(?![A-ZĐ])", symbol):
        return None
    found = {
        issuer.name
        for part in re.split(r"[-/]", symbol)
        for issuer in issuers()
        if re.sub(r"(?<=QH)[0-9]+$", "", part) in issuer.codes and issuer.sure and _in_force(issuer, when)
    }
    return found.pop() if len(found) == 1 else None


def _in_force(issuer: Issuer, when: date | None) -> bool:
    if when is None:
        return True
    return (issuer.since is None or issuer.since <= when) and (issuer.until is None or when <= issuer.until)


# --- where codes stand ------------------------------------------------------------------------------------------

UPPER = "A-ZĐÐÂĂÊÔƠƯ\u0410-\u042f"  # with the Cyrillic capitals that look like ours
LOWER = "a-zà-öø-ýăđĩũơưạ-ỹ"
# «TTg», «GDTrH», «PGD&ĐT», «P2»; of «UBNDngày» only «UBND». A dot joins capitals only: «THPT.PB».
SEGMENT = (
    rf"(?:[BSP]GD\s?&?\s?ĐT(?!\w)|[{UPPER}](?:[{UPPER}0-9]|[a-zđ]{{1,3}}+(?![{LOWER}]))*+"
    rf"(?:\s?&\s?[{UPPER}]+)*+(?:\.(?:[{UPPER}]{{2,}}(?![{LOWER}])|TTg|[0-9]{{2,4}}(?![0-9./])))*+)"
)
JOIN = (
    rf"(?:[-–‑/]|\s{{1,2}}[-–‑]\s{{0,2}}(?=[{UPPER}]{{2}})"
    rf"|[-–‑]\s{{1,2}}(?=[{UPPER}]{{2}}|TTg|[{UPPER}][0-9]{{1,2}}(?!\w)))"
)
AFTER = lazy(
    rf"/\s{{0,3}}(?:(?P<year>(?:19|20)[0-9]{{2}})\s{{0,3}}/\s{{0,3}})?(?P<symbol>{SEGMENT}(?:{JOIN}{SEGMENT})*)"
)
NUMBER_BEFORE = lazy(r"(?:(?<![\w/□])|(?<=[Ss]ố))(?<![0-9]\.)([0-9]{1,2}\.[0-9]{3}|[0-9]{1,5}[a-zđA-C]?)\s{0,3}$")
# «12/kh-ubnd», of who never presses Shift
SMALL_AFTER = lazy(
    r"/(?:(?P<year>(?:19|20)[0-9]{2})/)?(?P<symbol>(?:kh|qđ|nđ|nq|tt|ct|hd|tb|bc)-[a-zđ&]{2,}(?:-[a-zđ&]+)*)(?![\w/.])"
)
PARTY_BEFORE = lazy(
    rf"(?:(?<![\w/])|(?<=[Ss]ố))(?<![0-9][.,])([0-9]{{1,5}})(?:\s{{0,2}}[-–‑]\s{{0,2}}|\s{{0,2}}(?=(?:KH|QĐ|CT|NQ|CTr|HD|TB|KL|BC)\s?$))([{UPPER}][A-Za-zĐđ]{{1,5}})\s{{0,2}}$"
)

NO_SLASH = lazy(r"(?<![\w/])(?P<number>[0-9]{1,3})\s?[-–]?\s?(?P<kind>NQ|CT|KL|QĐ|QC|QyĐ|HD|TB|KH)[-–]?TW(?!\w)")
DAMAGED_AFTER = lazy(
    rf"/\s{{0,3}}(?:(?P<year>(?:19|2[0Oo])[0-9OolI]{{2}})\s{{0,3}}/\s{{0,3}})?"
    rf"(?P<symbol>(?=[A-ZĐÐ])(?:{SEGMENT}|[A-ZĐÐ][a-zđ0-9&]{{1,3}}(?=\s?[-–]))(?:\s{{0,2}}[-–]\s{{0,2}}{SEGMENT})*)"
)
DAMAGED_NUMBER = lazy(r"(?<![\w/□])([0-9OolI]{0,4}[0-9][0-9OolI]{0,4})\s{0,3}$")
FIGURES = str.maketrans("OolI", "0011")
LOOK_ALIKES = str.maketrans("АВСЕНКМОРТХÐ–‑", "ABCEHKMOPTXĐ--")


def find(text: str, damaged: bool = False) -> Iterator[Code]:
    """Each thing that has the form of a code; whether it is a citation its surroundings tell.

    It goes from slash to slash, which is many times faster than to look at each digit.
    """
    slash, at = text.find("/"), 0
    while slash >= 0:
        code = _around(text, slash, damaged)
        if code:
            yield from _without_slash(text, at, code.start)
            yield code
            at = code.end
        slash = text.find("/", max(slash + 1, code.end if code else 0))
    yield from _without_slash(text, at, len(text))


def _without_slash(text: str, start: int, end: int) -> Iterator[Code]:
    """The Party's codes that lack their slash, «18-NQTW»."""
    if text.find("TW", start, end) < 0:
        return
    for m in NO_SLASH.finditer(text, start, end):
        yield Code(m["number"], f"{m['kind']}/TW", m.start(), m.end(), party=True)


def _around(text: str, slash: int, damaged: bool) -> Code | None:
    after = (DAMAGED_AFTER if damaged else AFTER).match(text, slash) or SMALL_AFTER.match(text, slash)
    if not after:
        return None
    before = text[max(0, slash - 16) : slash]
    offset = slash - len(before)
    if m := (DAMAGED_NUMBER if damaged else NUMBER_BEFORE).search(before):
        number = m[1].translate(FIGURES) if damaged else m[1].replace(".", "")
        if after["year"]:
            number = f"{number}/{after['year'].translate(FIGURES)}"
        return Code(number, after["symbol"], offset + m.start(1), after.end())
    if not after["year"] and (m := PARTY_BEFORE.search(before)):
        return Code(m[1], f"{m[2]}/{after['symbol']}", offset + m.start(1), after.end(), party=True)
    return None


# --- bringing a symbol into its right form ----------------------------------------------------------------------


def canonical(symbol: str, kind: str | None = None, damaged: bool = False) -> str:
    """The symbol as it should stand: no spaces, hyphens between its parts, «đ» where only that makes sense.

    >>> canonical("KHUBND"), canonical("QD-TTg"), canonical("HĐ-SNV", "HD")
    ('KH-UBND', 'QĐ-TTg', 'HD-SNV')
    """
    parts = re.split(r"([-/])", damage.STROKE.sub("", re.sub(r"\s+", "", symbol).translate(LOOK_ALIKES)))
    if len(parts) == 1 and (split := _split(parts[0])):
        parts = [split[0], "-", split[1]]
    parts[0] = _kind_part(parts[0], kind, damaged, alone=len(parts) == 1)
    parts[2::2] = [_issuer_part(part, damaged) for part in parts[2::2]]
    return "".join(parts)


def _split(glued: str) -> tuple[str, str] | None:
    """«KHUBND» → («KH», «UBND»), «QĐUBND» too; None where the rest is no code that is known."""
    if glued in issuer_codes() or glued in kind_codes():
        return None
    for known in sorted(kind_codes(), key=len, reverse=True):
        rest = glued[len(known) :]
        if glued.startswith(known) and rest in issuer_codes():
            return known, rest
    for known in sorted((code for code in issuer_codes() if len(code) >= 3), key=len, reverse=True):
        rest = glued[len(known) :]
        if glued.startswith(known) and rest in issuer_codes():
            return known, rest
    return None


@lru_cache(maxsize=2048)
def _kind_part(part: str, kind: str | None, damaged: bool, alone: bool) -> str:
    wanted = codes_of(kind) if kind else ()
    if part in wanted:
        return part
    for code in wanted:
        if fold(code) == fold(part) or (damaged and not alone and damage.skeleton(code) == damage.skeleton(part)):
            return code
    if part in kind_codes() or part in issuer_codes() or alone:
        return part
    if kind and (less := damage.one_less(part, wanted)):
        return less
    if only := _by_fold("kind").get(fold(part)) or damage.seen_twice(part, kind_codes()):
        return only
    if damaged and (restored := damage.restore(part, kind_codes())):
        return restored
    return _issuer_part(part, damaged)


@lru_cache(maxsize=2048)
def _issuer_part(part: str, damaged: bool) -> str:
    """«BGDDT» → «BGDĐT»; a code of two or three letters may be a school's own and is left alone."""
    if part in issuer_codes():
        return part
    only = _by_fold("issuer").get(fold(part))
    if only and (len(part) >= 4 or part.casefold() == only.casefold()):
        return only
    if only := damage.seen_twice(part, issuer_codes()):
        return only
    if damage.PRIME_MINISTER.match(part):
        return "TTg"
    if damaged and len(part) >= 3 and (restored := damage.restore(part, issuer_codes())):
        return restored
    return part
