from __future__ import annotations

from ...align.citations import in_text
from ...model import Finding, Findings, Fix, Plan, Severity, Span
from ...patterns import lazy
from .. import Bad, Good, rule
from ..samples import plan as sample

# The Party puts a hyphen before the kind and a slash before the body: «22/CT-TW» is the other way round.
_PARTY = lazy(r"(?P<number>\d{1,4})\s*/\s*(?P<kind>CT|NQ|KL|QĐ|KH|HD|TB|CTr|QC|QyĐ|BC|TT)-(?P<body>TW|TU|ThU|HU|ĐU)")
_JOINT = lazy(r"[\s/.–—−‐‑-]+")
# «16/kh-ubnd»; in an address of the Internet it is no symbol.
_SMALL = lazy(
    r"(?<![\w/.])(?P<number>\d{1,5}\s?/\s?(?:20\d\d\s?/\s?)?)"
    r"(?P<symbol>(?:kh|qđ|qd|nq|ct|tt|ttlt|nđ|nd|cv|hd|bc|tb|ttr|ctr|kl)\s?-\s?(?:[a-zđ&]{2,}|[A-ZĐ&]{2,}))(?![\w/-])"
)
_MIXED = {"TTG": "TTg", "TTR": "TTr", "CTR": "CTr", "QD": "QĐ", "ND": "NĐ"}


@rule(
    "KH307",
    "symbol-malformed",
    Severity.ERROR,
    source="Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 3 điểm c",
    english="a number and symbol are not written as they should be: no spaces, a slash, hyphens between the groups",
    needs=("clean",),
    bad=(
        Bad(sample("I. NỘI DUNG", "Thực hiện Kế hoạch số 50/KHUBND ngày 02/3/2022 của UBND tỉnh."), at="50/KHUBND",
            fixed=sample("I. NỘI DUNG", "Thực hiện Kế hoạch số 50/KH-UBND ngày 02/3/2022 của UBND tỉnh.")),
        Bad(sample("I. NỘI DUNG", "Thực hiện Kết luận số 49- KL/TW ngày 10/5/2019 của Ban Bí thư."), at="49- KL/TW",
            fixed=sample("I. NỘI DUNG", "Thực hiện Kết luận số 49-KL/TW ngày 10/5/2019 của Ban Bí thư.")),
        Bad(sample("I. NỘI DUNG", "Thực hiện Quyết định số 1373/QĐ-TTG ngày 30/7/2021 của Thủ tướng Chính phủ."),
            at="1373/QĐ-TTG",
            fixed=sample("I. NỘI DUNG", "Thực hiện Quyết định số 1373/QĐ-TTg ngày 30/7/2021 của Thủ tướng Chính phủ.")),
        Bad(sample("I. NỘI DUNG", "Thực hiện Chỉ thị số 38/CT-TW ngày 10/5/2019 của Ban Bí thư."), at="38/CT-TW",
            fixed=sample("I. NỘI DUNG", "Thực hiện Chỉ thị số 38-CT/TW ngày 10/5/2019 của Ban Bí thư.")),
        Bad(sample("I. NỘI DUNG", "Thực hiện Kế hoạch số 16/kh-ubnd ngày 15/01/2026 của UBND tỉnh."), at="16/kh-ubnd",
            fixed=sample("I. NỘI DUNG", "Thực hiện Kế hoạch số 16/KH-UBND ngày 15/01/2026 của UBND tỉnh.")),
        Bad(sample(number="Số: 15/ KH.LĐ"), at="/ KH.LĐ", fixed=sample(number="Số: 15/KH-LĐ")),
        Bad(sample(number="Số: 15/KH- UBND"), at="/KH- UBND", fixed=sample(number="Số: 15/KH-UBND")),
    ),
    good=(
        Good(sample("I. NỘI DUNG", "Thực hiện Quyết định số 1373/QĐ-TTg ngày 30/7/2021 của Thủ tướng Chính phủ.")),
        Good(sample("I. NỘI DUNG", "Xem tại xuanson.edu.vn/12/kh-ubnd hoặc 12/kh-ubnd/tep.")),
        Good(sample(number="Số:       /KH-UBND")),
        Good(sample(number="Số: 173     /KH-UBND")),
        Good(sample(title="THỰC HIỆN CHỈ THỊ SỐ 17/CT-TTG NGÀY 04/6/2024 CỦA THỦ TƯỚNG CHÍNH PHỦ")),
    ),
)  # fmt: skip
def check(plan: Plan) -> Findings:
    """Giữa số và ký hiệu có dấu gạch chéo, giữa các nhóm chữ viết tắt có dấu gạch nối, không cách chữ.

    Đúng: 50/KH-UBND, 988/KH-UBND; văn bản của Đảng: 49-KL/TW. Sai: 50/KHUBND, 988 /KH-UBND, 49- KL/TW, 1373/QĐ-TTG.
    """
    own = plan.number
    compared = {own.span} if own else set()
    if own and own.value.symbol:
        yield from _compare(plan, _from_slash(plan, own.span), f"/{own.value.symbol.replace('.', '-')}")
    for found in in_text(plan):
        cited = found.value
        party = "/" in cited.symbol and not cited.symbol[0].isdigit()
        if (turned := _PARTY.fullmatch(plan.document.text(cited.code))) is not None:
            right = f"{turned['number']}-{turned['kind']}/{turned['body']}"
            yield Finding(cited.code, f"văn bản của Đảng ghi {right}", Fix(cited.code, right, safe=False))
        elif "/" not in cited.number:  # «40/2000/TT/BTC»: how it was done before 2004
            compared.add(cited.code)
            yield from _compare(plan, cited.code, f"{cited.number}{'-' if party else '/'}{cited.symbol}")
    yield from _in_small_letters(plan, compared)


def _in_small_letters(plan: Plan, compared: set[Span]) -> Findings:
    """«40/2020/nđ-cp», and codes in tables, which were not compared yet."""
    for number, block in enumerate(plan.document.blocks):
        for m in _SMALL.finditer(block.text) if "/" in block.text else ():
            parts = m["symbol"].replace(" ", "").upper().split("-")
            right = m["number"].replace(" ", "") + "-".join(_MIXED.get(part, part) for part in parts)
            span = Span(number, *m.span())
            if any(code.block == number and code.start < m.end() and m.start() < code.end for code in compared):
                continue
            yield Finding(span, f"ký hiệu viết bằng chữ in hoa: {right}", Fix(span, right, safe=False))


def _compare(plan: Plan, where: Span, right: str) -> Findings:
    written = plan.document.text(where)
    if written.upper() == right.upper() and plan.document.blocks[where.block].text.isupper():
        return  # «CHỈ THỊ SỐ 01/CT-TTG» in a title all in capitals
    # «QĐ-TTG» and «CTR» are known by their letters, whatever their case
    if written != right and _JOINT.sub("", written).casefold() == _JOINT.sub("", right).casefold():
        yield Finding(where, f"viết số, ký hiệu liền nhau và đủ dấu nối: {right}", Fix(where, right))


def _from_slash(plan: Plan, span: Span) -> Span:
    """The symbol in a number line with its slash: before it stands the room in which a number is stamped or written."""
    slash = plan.document.text(span).find("/")
    return Span(span.block, span.start + max(slash, 0), span.end)
