from __future__ import annotations

from ...extract.components import components
from ...model import Finding, Findings, Plan, Severity, Span
from ...patterns import lazy
from ...text import fold
from .. import Bad, Good, rule
from ..samples import but

RIGHT = lazy(r"(?:-\s?)?Lưu: ?VT(?:, ?[^\s,;.][^;]*?)?\.$")
COLON = lazy(r"(?:-\s?)?Lưu\s*:")
DASH = lazy(r"-\s?\w[^;]{3,};$")
REGISTRY = lazy(r"(?:-\s?)?Lưu\s*:?\s*VT\b")
# Organisations of the people have offices and forms of their own: the decree does not bind them (Điều 2).
PEOPLE = lazy(
    r"(?:bch |ban (?:chap hanh|thuong vu|thuong truc) )?"
    r"(?:(?:uy ban |ub ?)?(?:mat tran|mttq)|cong doan|lien doan|ldld|doan\b|hoi (?!dong))|\w+ doan\b"
)


@rule(
    "KH157",
    "filed-line",
    Severity.WARNING,
    source="Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 9 điểm d",
    english="the last line of «Nơi nhận» is not «- Lưu: VT, ….»",
    needs=("typed", "state"),
    bad=(
        Bad(but(("- Lưu: VT.", "- Lưu: VP, KGVX.")), at="- Lưu: VP, KGVX."),
        Bad(but(("- Lưu: VT.", "- Lưu VT.")), at="- Lưu VT."),
        Bad(but(("- Lưu: VT.", "- Lưu: VT;")), at="- Lưu: VT;"),
        Bad(but(("- Lưu: VT.\n", "")), at="Nơi nhận:"),
        Bad(
            but(("- Các tổ chuyên môn (để t/h);\n- Lưu: VT.", "- Lưu: VT.\n- Các tổ chuyên môn (để t/h);")),
            at="- Lưu: VT.",
        ),
    ),
    good=(
        Good(but()),
        Good(but(("TRƯỜNG TRUNG HỌC CƠ SỞ XUÂN SƠN", "CÔNG ĐOÀN PHƯỜNG XUÂN SƠN"), ("- Lưu: VT.", "- Lưu VP."))),
        Good(but(("- Lưu: VT.", "- Lưu: VT, KGVX (03b)."))),
    ),
)
def check(plan: Plan) -> Findings:
    """Dòng cuối của nơi nhận là «- Lưu: VT, <đơn vị soạn thảo>.».

    Gồm chữ «Lưu», dấu hai chấm, chữ viết tắt «VT», dấu phẩy, chữ viết tắt tên đơn vị soạn thảo và số lượng bản lưu,
    cuối cùng là dấu chấm: «- Lưu: VT, KGVX.». Nơi không có đơn vị soạn thảo ghi «- Lưu: VT.».
    Không xét văn bản của đoàn thể.
    """
    found = components(plan)
    label, filed = found.first("recipients-label"), found.first("filed")
    if label and filed is None:
        if found.first("recipient"):
            yield Finding(label.span, "thiếu dòng «- Lưu: VT, ….» ở cuối nơi nhận")
        return
    later = found.last("recipient", "foot-other")
    if filed and later and later.span > filed.span and DASH.match(later.text):
        yield Finding(filed.span, "dòng lưu ở cuối nơi nhận; chuyển xuống dưới các nơi nhận khác")
    if filed is None or RIGHT.match(filed.text):
        return
    if plan.issuer and PEOPLE.match(fold(plan.issuer.value)):
        return
    said = []
    if not COLON.match(filed.text):
        said.append("sau chữ «Lưu» có dấu hai chấm")
    if not REGISTRY.match(filed.text):
        said.append("tiếp theo là «VT» (lưu tại Văn thư)")
    if not filed.text.endswith("."):
        said.append("cuối dòng có dấu chấm")
    if said:
        end = filed.span.start + len(filed.text)
        yield Finding(Span(filed.span.block, filed.span.start, end), f"dòng lưu: {'; '.join(said)}")
