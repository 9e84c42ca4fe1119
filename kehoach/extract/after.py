"""What stands after a code: the date, «của» who issued it, and the title, in the orders in which people write them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from msgspec import Struct

from .. import knowledge
from ..model import When
from ..patterns import lazy
from ..text import CAPITAL, fold, squeeze
from . import codes, damage, dates

# A title longer than this has swallowed the sentence.
LONGEST_TITLE = 600
LONGEST_NAME = 150

# «được Quốc hội thông qua ngày …», «(Luật Thư viện) ngày …», «12/QĐ-UBND huyện Gia Bình ngày …»
TO_DATE = lazy(
    r"(?:\s*\([^()0-9]{3,80}\))?"
    rf"(?:(?:\s+(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn))?(?:\s+{CAPITAL}\w*){{1,4}}(?=,?\s+ngày\s))?"
    r"\s*[,;]?\s*[(\[]?\s*(?:(?:đã\s+)?được\s+)?"
    r"(?:(?:ban hành|ký|(?:Quốc hội\s+)?thông qua)\s+)?"
    r"(?=(?:[Nn]|N)[gGq9]|[0-9])"
)
OF = lazy(r"\s*[)\]]?\s*,?\s*(?:của|do|CỦA)\s+")
DAMAGED_OF = lazy(r"\s*[)\]]?\s*,?\s*c[^\s]{1,4}\s+")
# «Ủy ban nhân dân (UBND) tỉnh», «(sau đây viết tắt là GDĐT)»: a short form introduced inside a name or a title.
SHORT_FORM = lazy(rf"(?<=\s)\((?:(?:sau đây\s+)?(?:gọi|viết) tắt là:?\s+)?{CAPITAL}[{CAPITAL[1:-1]}&]{{1,9}}\)")
# A body that is named after its task, up to what begins the title or ends the clause.
CHARGED = lazy(
    r"(?P<name>(?:Ban [Cc]hỉ đạo|Ban [Cc]hỉ huy|BCĐ|BCH|Tổ công tác)\b[^.;:()“”\"]{0,120}?)"
    r"(?=\s*[;.)]|,?\s(?:về|[Vv]/v|ban hành|hướng dẫn|nêu|đã|tại)\b|\s*$)"
)
# «Ban Chỉ đạo liên ngành Trung ương về an toàn thực phẩm về việc …»: the first «về» is of the name.
_DOES = r"(?:triển khai|thực hiện|tổ chức|ban hành|phân công|kiện toàn|tăng cường|tiếp tục)"
CHARGED_WITH = lazy(
    rf"(?P<name>(?:Ban [Cc]hỉ đạo|BCĐ)\b[^.;:()“”\"]{{0,60}}?\svề\s(?!việc\b|{_DOES})[^.;:()“”\"]{{3,90}}?)"
    rf"(?=,?\s(?:về việc|[Vv]/v|(?:về\s)?{_DOES})\b)"
)
GAP = lazy(r"\s*[)\]]?\s*,?\s*")
# «Luật số 34/2018/QH14 sửa đổi, bổ sung một số điều của Luật Giáo dục đại học ngày 19/11/2018»
ENDS_IN_DATE = lazy(r"(?P<words>[^;.:()]{10,200}?),?\s(?P<date>[Nn]g[aà]y\s[^,;.]{6,28}?)\s*(?:[;.,]|$)")


class After(Struct, frozen=True):
    """The right half of a citation; places are (start, end)."""

    end: int
    when: tuple[When, int, int] | None = None
    issuer: tuple[int, int] | None = None
    name: str | None = None
    title: tuple[int, int] | None = None


class Grammar(Struct, frozen=True):
    """The patterns for one state of the text: as it should be, or folded because it is damaged."""

    name_end: re.Pattern[str]
    name_start: re.Pattern[str]
    title_start: re.Pattern[str]
    title_end: re.Pattern[str]
    after_quote: re.Pattern[str]


@cache
def grammar(damaged: bool) -> Grammar:
    table = knowledge.table("citing")
    title, issuer = table["title"], table["issuer"]
    shape = fold if damaged else str

    def any_of(words: Iterable[str]) -> str:
        ordered = sorted({shape(word) for word in words}, key=lambda word: (-len(word), word))
        return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in ordered)

    def either_case(words: Iterable[str]) -> str:
        return any_of([*words, *(word[0].upper() + word[1:] for word in words), *(word.upper() for word in words)])

    first = any_of(issuer["first"])
    kinds = any_of(word for kind in codes.kinds() for word in (kind.word, kind.word.lower(), *kind.aliases))
    commas = "".join(rf"(?<!{re.escape(shape(word))})" for word in issuer["comma_after"])
    capital = any_of(form for word in KEEP_CAPITAL for form in (word.capitalize(), word.upper()))
    openers = f"{either_case(title['drop'])}|{any_of(title['keep'])}|{capital}"
    # «của Chi cục Dân số» is no number
    figure = rf"(?<!{shape('Dân')}\s)(?<!{shape('dân')}\s){shape('số')}"
    # «v€ viéc», «vé»: in damaged text hardly more than the first letters are left
    drop = either_case(title["drop"]) + (r"|v\S{1,2}\s+v[i1l]\S{1,2}|v[e€é¢]" if damaged else "")
    return Grammar(
        name_end=lazy(
            rf"""[;:()\[\]“”"«»]|{commas},|(?<!TP)(?<!Tp)(?<!tp)\.|(?<!\bBan)\s(?:{openers}|{any_of(issuer["stop"])}|{figure})(?!\w)"""
            rf"|\s{shape('và')}\s+(?=(?:{kinds})(?!\w))|$"
        ),
        name_start=lazy(rf"(?:{first})(?!\w)"),
        title_start=lazy(
            rf"""\s*[)\]]?\s*(?:,?\s*(?P<drop>{drop})(?!\w)\s*:?|,?\s*(?=["“«])|(?=(?:{either_case(title["keep"])})(?!\w)))"""
        ),
        title_end=lazy(
            rf"""(?P<quote>[“"«])|[;()\[\]]|\.(?=\s|/|$)|:(?=\s)|,?\s(?:{any_of(title["stop"])})(?!\w)|,\s+(?=(?:{first}|{kinds})(?!\w))"""
            rf"|\s{shape('và')}\s+(?=(?:{kinds})\s+(?:\S+\s+)?[0-9])|$"
        ),
        after_quote=lazy(rf"[,]?\s+(?:{any_of(title['after_quote'])})(?!\w)"),
    )


# Title openers that clerks capitalise; «Tổ chức» and «Hướng dẫn» with a capital belong to names of bodies.
KEEP_CAPITAL = ("ban hành", "phê duyệt", "quy định", "triển khai", "thực hiện")


@cache
def names() -> dict[str, str]:
    """Folded name of a body, in each way of writing it, → how it is written rightly; for damaged text."""
    found: dict[str, str] = {}
    for issuer in codes.issuers():
        for name in (issuer.name, *issuer.short):
            if " " in name:
                found.setdefault(fold(name), name)
    extra = knowledge.table("citing")["damaged"]
    for name in [*extra["names"], *(f"{body} {level}" for body in extra["bodies"] for level in extra["levels"])]:
        found.setdefault(fold(name), name)
    return found


@cache
def _known() -> frozenset[str]:
    return frozenset(name.casefold() for issuer in codes.issuers() for name in (issuer.name, *issuer.short) if name)


@cache
def _heads() -> re.Pattern[str]:
    heads = sorted(knowledge.table("citing")["issuer"]["heads"], key=len, reverse=True)
    return lazy(rf"(?:(?:{'|'.join(heads)}),?\s+)+")


def clip(name: str) -> str:
    """A name without what follows it: after a body that is known places, «khóa X», a second body belong to it."""
    end = _body(name)
    if not end:
        return re.sub(r"(?<=[^\W\d_])[0-9]$", "", name)
    while True:
        second = _AND.match(name, end)
        if second and (more := _body(name[second.end() :])):  # «UBND tỉnh và Bộ Giáo dục và Đào tạo»
            end = second.end() + more
        elif m := _tail().match(name, end):
            end = m.end()
        else:
            return name[:end]


_AND = lazy(r"\s+và\s+")


def _body(name: str) -> int:
    """Where the name of a known body ends that words begin with; 0 if they do not."""
    head = _heads().match(name)
    start = head.end() if head and head.end() < len(name) else 0
    words = [(m[0], m.end()) for m in re.finditer(r"\S+", name[start:])]
    starts = [squeeze(name[start : start + end]).casefold() for _, end in words[:9]]
    count = next((n for n in range(len(starts), 0, -1) if starts[n - 1] in _known()), 0)
    return start + words[count - 1][1] if count else 0


@cache
def _tail() -> re.Pattern[str]:
    words = knowledge.table("citing")["issuer"]["tail"]
    tail = "|".join(rf"(?i:{word[0]}){word[1:]}".replace(" ", r"\s+") for word in words)
    return lazy(rf"\s+(?:(?:và|&|-|–)\s+)?(?:(?:{tail})(?!\w)|[A-ZĐÂĂÊÔƠƯ][^\s,;.]*|[0-9]+(?!\w))")


def read(text: str, code: codes.Code, known: tuple[When, int, int] | None, damaged: bool) -> After:
    """Read rightwards from the end of a code. `known` is a date that stood before the number."""
    rules = grammar(damaged)
    window = SHORT_FORM.sub(lambda m: " " * len(m[0]), text[code.end : code.end + LONGEST_TITLE + LONGEST_NAME])
    shaped = fold(window) if damaged else window
    when, place = (None, 0) if known else _date(window, 0, damaged)
    issuer, name, behind = _issuer(window, shaped, place, rules, damaged)
    if issuer and not when and not known:
        when, later = _date(window, behind, damaged)
        behind = later if when else behind
    title = _title(shaped, behind if issuer else place, rules)
    if not (when or known) and code.symbol.startswith("QH") and (last := ENDS_IN_DATE.match(shaped)):
        when = dates.at(window, last.start("date"), damaged)
        title = (title[0], min(title[1], len(last["words"]))) if title and when else title
    end = when[2] if when else 0

    def shift(part: tuple[int, int] | None) -> tuple[int, int] | None:
        return (part[0] + code.end, part[1] + code.end) if part else None

    moved = (when[0], when[1] + code.end, when[2] + code.end) if when else None
    return After(code.end + end, moved, shift(issuer), name, shift(title))


def _date(window: str, place: int, damaged: bool) -> tuple[tuple[When, int, int] | None, int]:
    """The date at a place, and where reading goes on."""
    gap = TO_DATE.match(window, place)
    found = dates.at(window, gap.end(), damaged) if gap else None
    return (found, found[2]) if found else (None, place)


def _issuer(
    window: str, shaped: str, place: int, rules: Grammar, damaged: bool
) -> tuple[tuple[int, int] | None, str | None, int]:
    """Place of the issuer's name, the name, and where reading goes on."""
    of = OF.match(window, place)
    if damaged and not of and (loose := DAMAGED_OF.match(window, place)):
        of = loose if damage.name_at(window[loose.end() : loose.end() + LONGEST_NAME], names()) else None
    start = of.end() if of else _bare_start(window, place, rules, damaged)
    if start is None:
        return None, None, place
    if damaged and (found := damage.name_at(window[start : start + LONGEST_NAME], names())):
        return (start, start + found[1]), found[0], start + found[1]
    if charged := CHARGED_WITH.match(window, start) or CHARGED.match(
        window, start
    ):  # its name says with what: «Ban Chỉ đạo xây dựng xã hội học tập về …»
        return (start, charged.end("name")), squeeze(charged["name"]), charged.end("name")
    stop = rules.name_end.search(shaped, start, min(len(shaped), start + LONGEST_NAME))
    end = start + len(clip(window[start : stop.start() if stop else start].rstrip(" ,-")))
    if end <= start:
        return None, None, place
    return (start, end), squeeze(window[start:end]), end


def _bare_start(window: str, place: int, rules: Grammar, damaged: bool) -> int | None:
    """Where a name begins that no «của» announces: «ngày 14/4/2017 Bộ Y tế»."""
    gap = GAP.match(window, place)
    start = gap.end() if gap else place
    if damaged or start == place or "," in window[place:start]:
        return None
    return start if rules.name_start.match(window, start) else None


def _title(shaped: str, place: int, rules: Grammar) -> tuple[int, int] | None:
    opening = rules.title_start.match(shaped, place)
    if not opening:
        return None
    start = end = opening.end() + len(shaped[opening.end() :]) - len(shaped[opening.end() :].lstrip())
    limit = min(len(shaped), start + LONGEST_TITLE)
    while m := rules.title_end.search(shaped, end, limit):
        if not m["quote"]:
            end = m.start()
            break
        end = _closing(shaped, m.start(), limit)
        if end > m.start() + 1 and not rules.after_quote.match(shaped, end):
            break
    end = start + len(shaped[start:end].rstrip(" ,-"))
    return (start, end) if end > start else None


def _closing(text: str, opening: int, limit: int) -> int:
    """The place behind the mark that closes the quotation opened at `opening`; right behind that one if none does."""
    mark = {"“": "”", "«": "»"}.get(text[opening], '"')
    found = text.find(mark, opening + 1, limit)
    return found + 1 if found >= 0 else opening + 1
