"""How the parent is cited and what the new plan is called."""

from __future__ import annotations

import re
from functools import cache

from rapidfuzz import fuzz

from ..knowledge import table
from ..model import Plan
from ..patterns import lazy
from ..text import CAPITAL, fold, short_date, squeeze
from .calming import calmed
from .changes import changed, terms
from .mending import Mend
from .names import SCHOOLS, Names
from .shielding import QUOTED
from .slips import slips
from .spelling import righted

_VERB = lazy(
    r"(?i)(?:triển khai|thực hiện|tổ chức|tăng cường|đẩy mạnh|phát động|hưởng ứng|nâng cao|ban hành|xây dựng|phê duyệt"
    r"|hướng dẫn|kiểm tra|rà soát)\b"
)
_DOCUMENT = lazy(r"(?i)(?:Đề án|Chương trình|Nghị quyết|Chỉ thị|Quyết định|Kế hoạch|Phong trào|Chiến lược|Nhiệm vụ)\b")
_ABOUT = lazy(r"(?:về việc|v/v|về)\s+", re.IGNORECASE)
_PLACE_NAME = rf"(?:\s+(?!(?:Năm|Giai|Đến)\b){CAPITAL}[\w-]*)+"
_AREA = rf"(?:tỉnh|thành phố|Thành phố|huyện|quận|thị xã|xã|phường){_PLACE_NAME}"
_SECTOR = rf"(?:toàn )?ngành (?i:giáo dục(?: và đào tạo)?)(?: (?:tỉnh|thành phố|thị xã|huyện){_PLACE_NAME})?"
_BARE = r"(?:địa bàn )?(?:tỉnh|thành phố)(?=$|\s*,|\s+(?:năm|giai đoạn|đến năm))"
_BODY = r"(?:Ủy ban nhân dân|UBND|Sở|Trường|trường|Bộ|Thanh tra)\s[^,\ue000-\ue0ff]*?(?=$|,|\s+năm\s)"
# The area, sector or body that a title speaks of: «trên địa bàn tỉnh Phú Thọ», «trong ngành giáo dục», «của Sở Y tế».
_SCOPE = lazy(
    rf"\s*,?\s+(?:(?:của|tại|trên địa bàn|trong|ở)\s+)?(?:toàn\s+)?(?:{_AREA}|{_SECTOR}|{_BARE})"
    rf"|\s+(?:của|tại)\s+{_BODY}|\s+(?:tại )?khu vực (?:nội|ngoại) thành(?: [Tt]hành phố)?"
)
# «Nghị quyết số 18-NQ/TW ngày … của Bộ Chính trị về …»: who issued a document is no scope.
_ISSUED = lazy(
    r"\bsố \d\S*(?: ngày [\d/]+(?: tháng \d+ năm \d+)?)? của [^,“”]{3,60}?(?=\s+(?:về|ban hành|phê duyệt)\b)"
)
# «ban hành Kế hoạch …», «xây dựng kế hoạch …»: the new plan is that plan itself.
_PLANNING = lazy(
    r"^(?:ban hành|phê duyệt)\s+(?:kế hoạch\s+)?"
    r"|^(?:(?:đề nghị|hướng dẫn|yêu cầu|triển khai)\s+)?(?:xây dựng|lập|ban hành)(?:\s+và\s+(?:triển khai|tổ chức))?"
    r"(?:\s+thực hiện)?\s+kế hoạch\s+",
    re.IGNORECASE,
)
_YEARS = lazy(r"(\d{4})\s*[-–—]\s*(\d{4})")
_LAUNCHED = lazy(r"^(?:Tổ chức|Phát động)(?= [Pp]hong trào)")
# The same without a preposition, as part of the subject.
_OWN_AREA = lazy(rf"\s+(?:tỉnh|thành phố|Thành phố){_PLACE_NAME}")
# Whose schools a title speaks of: a school's own plan need not say it.
_SCHOOLS = lazy(
    r"\s+(?:trong|tại|ở) (?:các )?(?:cơ sở giáo dục|trường học|nhà trường)(?: [^,\ue000-\ue0ff]*?)??"
    r"(?:(?:,| và) (?:trường |giáo dục )(?:[^,\ue000-\ue0ff]*?))*(?=$|,| năm\b| giai đoạn| trên địa bàn)"
)
MOVEMENT_NEAR = 84
UNKNOWN_TITLE = "[trích yếu của văn bản cấp trên]"


@cache
def kinds() -> dict[str, str]:
    """Abbreviation of a kind of document → its name."""
    return {row.get("abbreviation", row["word"]): row["word"] for row in table("kinds")["kind"]}


def kind(parent: Plan) -> str:
    """«Kế hoạch», «Quyết định»: what the parent is; a plan that a decision promulgates goes by the decision."""
    symbol = parent.number.value.symbol if parent.number else None
    own = (symbol or "").partition("-")[0]
    if own == "QĐ" or (own == "NQ" and parent.kind and parent.kind.value != "KH"):
        return kinds()[own]
    return kinds().get(parent.kind.value if parent.kind else "KH", "Kế hoạch")


def _promulgated(parent: Plan) -> bool:
    own = kinds()[parent.kind.value] if parent.kind and parent.kind.value in ("KH", "CTr") else ""
    return bool(own) and kind(parent) != own


@cache
def movements() -> tuple[str, ...]:
    return tuple(table("movements")["names"])


def movement(text: str) -> str | None:
    """The known emulation movement that the quoted words of a title nearly name."""
    quoted = QUOTED.search(text)
    words = fold(quoted[0].strip('“”"«»')) if quoted else ""
    score, name = max(((fuzz.ratio(words, fold(known)), known) for known in movements()), default=(0.0, ""))
    return name if score >= MOVEMENT_NEAR else None


_NAMED_YEARS = lazy(r"“[^“”]*?giai đoạn \d{4} - \d{4}")


def closed(title: str) -> str:
    """A title with the quotation mark that the file lost: after the years of its name, before the place, at the end."""
    if title.count("“") <= title.count("”"):
        return title
    named = _NAMED_YEARS.search(title)
    place = re.search(r"\s(?:trên địa bàn|trong ngành|tại)\s", title)
    at = named.end() if named else place.start() if place else len(title)
    return f"{title[:at]}”{title[at:]}"


# «… năm 2027 CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH»: the office that decides stands under a decision's title.
_OFFICE = lazy(r"\s+(?:CHỦ TỊCH|GIÁM ĐỐC|ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN|BỘ TRƯỞNG|HIỆU TRƯỞNG|THỦ TƯỚNG|TRƯỞNG BAN)\b")
_LETTER = lazy(r"V/v\s+(?P<about>\S.*)", re.IGNORECASE | re.DOTALL)
HEAD = 14  # blocks in which a letter's subject stands


def _cut(title: str, parent: Plan) -> str:
    """A title without the office that stands under it in capitals."""
    issuer = fold(parent.issuer.value) if parent.issuer else ""
    under = fold(title).find(f" {issuer}", 1) if title.isupper() and issuer else -1
    if under > 0 and not title[:under].endswith(("CỦA", "DO", "VỚI", "CHO", "TẠI")):
        return title[:under]
    office = next((m for m in _OFFICE.finditer(title) if title[m.start() :].isupper()), None)
    return title[: office.start()] if office and not title.isupper() else title


def _of_letter(parent: Plan) -> str:
    """The subject of an official letter: «V/v …» under its number."""
    for block in parent.document.blocks[:HEAD]:
        if found := _LETTER.search(block.text):
            about = squeeze(found["about"])
            return about[:1].upper() + about[1:]
    return ""


def own_title(parent: Plan, mend: Mend | None) -> str:
    """The parent's title in sound Vietnamese; a mark where the file is too damaged to tell."""
    title = calmed(_cut(squeeze(parent.title.value), parent) if parent.title else _of_letter(parent))
    if not parent.document.damaged:
        title = _YEARS.sub(r"\1 - \2", title)
        if parent.title:
            title = slips(parent).mended(title, parent.title.span.block)
        return closed(righted(title.rstrip(" .;,"))) or UNKNOWN_TITLE
    if name := movement(title):
        return f"Thực hiện Phong trào “{name}”"
    mended = mend(title) if mend else None
    return mended if mended and "?]" not in mended else UNKNOWN_TITLE


def cited(parent: Plan, title: str) -> str:
    """The parent as a first citation: kind, number and symbol, date, issuer, title.

    Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 6, điểm b.
    """
    day = short_date(parent.issued) if parent.issued else "[ngày, tháng, năm ban hành]"
    issuer = _signed_for(parent, righted(parent.issuer.value)) if parent.issuer else "[cơ quan ban hành]"
    what = "Chương trình hành động" if parent.kind and parent.kind.value == "CTr" else "Kế hoạch"
    named = f"ban hành {what} {_bare(title)}" if _promulgated(parent) else about(title)
    return f"{kind(parent)} số {code(parent)} ngày {day} của {issuer} {named}"


def _signed_for(parent: Plan, issuer: str) -> str:
    """Who a decision or a directive comes from: the chairman where no committee signed it («TM. ỦY BAN NHÂN DÂN»)."""
    authority = (parent.signer.value.authority or "") if parent.signer else "TM."
    alone = kind(parent) in ("Chỉ thị", "Quyết định") and "TM." not in authority
    return f"Chủ tịch {issuer}" if alone and issuer.startswith("Ủy ban nhân dân") else issuer


def _bare(title: str) -> str:
    """A title after «Kế hoạch»: without its «về»."""
    return lowered(_ABOUT.sub("", title, count=1) if _ABOUT.match(title) else title)


def code(parent: Plan) -> str:
    """«163/KH-SGDĐT», with marks for what the parent leaves blank."""
    known = parent.number.value if parent.number else None
    number = known.number if known and known.number else "[số văn bản cấp trên]"
    return f"{number}/{known.symbol if known and known.symbol else '[ký hiệu văn bản cấp trên]'}"


def about(title: str) -> str:
    """«Thực hiện Phong trào …» → «về việc thực hiện Phong trào …»; «Chuyển đổi số» → «về chuyển đổi số»."""
    if title.startswith("["):
        return f"về {title}"
    if said := _ABOUT.match(title):
        return f"{said[0].lower()}{title[said.end() :]}"
    return f"về việc {lowered(title)}" if _VERB.match(title) else f"về {lowered(title)}"


def lowered(text: str) -> str:
    """The first letter in lower case, unless it begins a name or an abbreviation."""
    first = text.split()[0] if text.split() else ""
    return text if first[1:] != first[1:].lower() or first in ("Phong", "Đề", "Chương") else text[:1].lower() + text[1:]


def plan_title(parent: Plan, unit: Names, title: str) -> str:
    """The new plan's title: the parent's subject (its title), the unit's own scope.

    «Tổ chức Phong trào “…” trên địa bàn tỉnh» → «Triển khai Phong trào “…” tại Trường THCS Xuân Sơn».
    """
    level, words = unit.level, unit.words
    if title == UNKNOWN_TITLE:
        return bare_title(parent, unit, title)
    quoted: list[str] = []

    def hide(found: re.Match[str]) -> str:
        quoted.append(found[0])
        return chr(0xE000 + len(quoted) - 1)

    bare = _ISSUED.sub(hide, title)
    bare = QUOTED.sub(hide, _ABOUT.sub("", bare, count=1) if _ABOUT.match(bare) else bare)
    bare = _PLANNING.sub("", bare)
    scope = level.ministry_scope if level.ministry_scope and of_ministry(parent, unit) else level.title_scope
    place = _SCOPE.search(bare)
    if level.group == "ubnd" and place and _OWN_AREA.fullmatch(place[0]):  # «Chuyển đổi số tỉnh Phú Thọ năm 2026»
        bare, scope = f"{bare[: place.start()]} {unit.area}{bare[place.end() :]}", ""
    else:
        bare = _SCOPE.sub("", bare)
    bare = changed(bare, terms("title", (level.key, level.group, level.like)))
    if _SCHOOLS.search(bare):
        scope = level.title_scope_schools or scope
        bare = _SCHOOLS.sub("", bare) if level.group in SCHOOLS else bare
    if fold(unit.full) in fold(bare):
        scope = ""
    bare = squeeze(bare).rstrip(" ,;.")
    bare = _LAUNCHED.sub("Triển khai", bare)
    if _DOCUMENT.match(bare):
        bare = f"Thực hiện {bare}"
    for number, name in enumerate(quoted):
        bare = bare.replace(chr(0xE000 + number), name)
    return f"{bare[:1].upper()}{bare[1:]} {scope.format(**words)}".rstrip()


def of_ministry(parent: Plan, unit: Names) -> bool:
    """Whether the parent comes from the ministry of the unit's own sector: «Bộ Y tế» above «Sở Y tế»."""
    issuer = fold(parent.issuer.value) if parent.issuer else ""
    return issuer.startswith("bo ") and fold(unit.full).startswith(f"so {issuer[3:]}")


def opened(title: str, unit: Names) -> str:
    """A title in the opening, where the unit's name stands just before it: without saying that again."""
    level = unit.level
    scope = level.title_scope.format(**unit.words)
    if level.opening_scope is None or not title.endswith(f" {scope}"):
        return title
    return f"{title.removesuffix(scope)}{level.opening_scope.format(**unit.words)}".rstrip()


def bare_title(parent: Plan, unit: Names, title: str) -> str:
    """The title of a plan that only says what the unit does for the parent: «Thực hiện Kế hoạch số … của … về …»."""
    scope = unit.level.title_scope.format(**unit.words)
    if title == UNKNOWN_TITLE:
        return f"Thực hiện {kind(parent)} số {code(parent)} {scope}"
    return f"Thực hiện {cited(parent, title)} {scope}"
