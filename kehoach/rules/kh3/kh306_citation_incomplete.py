from __future__ import annotations

from ...align.citations import code_and_date, first_mentions
from ...model import Citation, Finding, Findings, Found, Plan, Severity
from ...patterns import lazy
from ...text import fold
from .. import Bad, Good, rule
from ..samples import plan as sample

# Laws and ordinances are cited by name alone; codes of the National Assembly and party numbers tell their body.
BY_NAME = ("L", "Luật", "LUẬT", "BL", "PL", "Bộ luật", "Pháp lệnh")

# A note in brackets may stand between the date and the issuer: «ngày 27/6/2022 [đối chiếu ngày] của UBND tỉnh»; two
# bodies sign together: «Quy chế phối hợp số … giữa Sở Y tế và Công an tỉnh».
_NOTE = lazy(r"\s*(?:[\[(][^\])]*[\])]\s*của|(?:đã\s+)?(?:ký\s+|ký kết\s+)?giữa)\b")
# «ngày 16/7/20 21»: a date that cannot be read is told by others.
_MISDATED = lazy(r"\s*,?\s*ngày\s+\d")
# «Kế hoạch liên ngành số 66/KHLN-CA-YT»: the symbol names the bodies.
_BETWEEN = lazy(r"(?:LN|LT|LB|PH)(?=-)")


@rule(
    "KH306",
    "citation-incomplete",
    Severity.WARNING,
    source="Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 6 điểm b",
    english="a document is cited for the first time without its date or its issuer",
    needs=("clean",),
    bad=(
        Bad(sample("I. NỘI DUNG", "Thực hiện tiêu chí tại Quyết định số 324/QĐ-KHVN về công dân học tập."),
            at="324/QĐ-KHVN"),
    ),
    good=(
        Good(sample("I. NỘI DUNG", "Thực hiện Quyết định số 324/QĐ-KHVN ngày 25/10/2023 của Hội Khuyến học Việt Nam về "
                    "công dân học tập. Các tổ rà soát tiêu chí tại Quyết định số 324/QĐ-KHVN.")),
        Good(sample("I. NỘI DUNG", "Thực hiện Quyết định số 55/QĐ-SGDĐT Bắc Hà ngày 12/3/2020 về việc giao chỉ tiêu.")),
        Good(sample("I. NỘI DUNG", "Xét đề nghị của Ban An toàn giao thông tỉnh tại Tờ trình số 39/TTr-BATGT ngày "
                    "25/02/2021.")),
        Good(sample("I. NỘI DUNG", "Kênh được HĐND tỉnh phê duyệt chủ trương đầu tư tại Nghị quyết số 28/NQ-HĐND ngày "
                    "22/9/2023; Kế hoạch liên ngành số 66/KHLN-CA-YT ngày 09/9/2025 về phòng, chống ma túy.")),
        Good(sample("I. NỘI DUNG", "Ngày 10/6/2020, Sở Y tế đã ban hành Kế hoạch số 257/KH-SYT về tiêm chủng.")),
        Good(sample("I. NỘI DUNG", "Thực hiện Kết luận số 85-KL/TW ngày 20/6/2020 của Ban Bí thư về tiếp tục thực hiện "
                    "Chỉ thị số 38-CT/TW của Ban Bí thư.")),
        Good(sample("I. NỘI DUNG", "Theo Quyết định số 24/QĐ-UBND ngày 16/7/20 24 của UBND tỉnh về rà soát.")),
        Good(sample("I. NỘI DUNG", "Nghị quyết số: 12-NQ/ĐU, ngày 25/12/2023 Nghị quyết của Đảng ủy về thi đua.")),
        Good(sample("I. NỘI DUNG", "Thực hiện Luật Giáo dục và Luật Thi đua, khen thưởng.")),
        Good(sample("I. NỘI DUNG", "Theo Quy chế số 94/QC-SYT-CAT ngày 14/4/2025 giữa Sở Y tế và Công an tỉnh.")),
        Good(sample("I. NỘI DUNG", "Ban Thường vụ Tỉnh ủy ban hành Kết luận số 82-KL/TU ngày 24/3/2024 về công "
                    "nghệ.")),
        Good(sample("I. NỘI DUNG", "Thực hiện các nghị quyết của Hội đồng nhân dân tỉnh: số 61/NQ-HĐND ngày 08/12/2023 "
                    "về đầu tư công; số 64/NQ-HĐND ngày 09/12/2023 về dự toán ngân sách.")),
    ),
)  # fmt: skip
def check(plan: Plan) -> Findings:
    """Lần đầu viện dẫn một văn bản phải ghi đủ ngày ban hành và cơ quan ban hành.

    Lần đầu ghi: tên loại, số, ký hiệu, thời gian ban hành, tên cơ quan ban hành và trích yếu. Các lần sau chỉ cần tên
    loại và số, ký hiệu. Luật, Pháp lệnh chỉ ghi tên.
    """
    for found in first_mentions(plan):
        cited = found.value
        if cited.kind in BY_NAME or is_blank(cited):
            continue
        # «QĐ-TTg» tells the body; once something is missing anyway, its name is asked for too.
        issuer = cited.issuer_span if cited.when is None else cited.issuer
        text = plan.document.blocks[found.span.block].text
        said = issuer or _BETWEEN.search(cited.symbol)
        missing = [name for name, there in (("ngày", cited.when), ("cơ quan ban hành", said)) if not there]
        if missing == ["ngày"] and _in_name(plan, found):
            continue
        elsewhere = _NOTE.match(text, found.span.end) or _again(plan, found)
        if cited.when is None and _MISDATED.match(text, found.span.end):
            continue
        if missing and not elsewhere and not _goes_on(plan, found):
            code = plan.document.text(cited.code)
            message = f"viện dẫn lần đầu {code} thiếu {' và '.join(missing)}"
            yield Finding(code_and_date(found), message)


def _again(plan: Plan, found: Found[Citation]) -> bool:
    """Whether the kind is said again, with the issuer: «Nghị quyết số 12-NQ/ĐU ngày … Nghị quyết của Đảng ủy về …»."""
    text, code = plan.document.blocks[found.span.block].text, found.value.code
    kind = text[found.span.start : code.start].rstrip(" :").removesuffix("số").strip().casefold()
    return bool(kind) and text[found.span.end :].lstrip(" ,").casefold().startswith(f"{kind} của ")


def _in_name(plan: Plan, found: Found[Citation]) -> bool:
    """Whether a citation is part of the name of another: «… về thực hiện Chỉ thị số 32-CT/TW của Ban Bí thư»."""
    at = found.value.code
    names = (other.value.title_span for other in plan.citations if other.span != found.span)
    return any(name and name.block == at.block and name.start < at.start < name.end for name in names)


def _goes_on(plan: Plan, found: Found[Citation]) -> bool:
    """Whether a line ends with the code and the next begins with the date: «(Kèm theo Nghị định số … ⏎ ngày …»."""
    blocks, number = plan.document.blocks, found.span.block
    following = fold(blocks[number + 1].text).lstrip() if number + 1 < len(blocks) else ""
    return following.startswith("ngay ") and not blocks[number].text[found.span.end :].strip()


def is_blank(cited: Citation) -> bool:
    """A date with places left open is a blank (KH314), not a missing one."""
    return cited.when is not None and cited.when.value.value is None
