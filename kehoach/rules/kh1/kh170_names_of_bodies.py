from __future__ import annotations

from typing import Annotated

from ...knowledge import table
from ...model import Findings, Plan, Severity
from ...patterns import lazy
from .. import Bad, Good, rule
from ..capitals import occurrences, same_but_for_tone
from ..options import Words
from ..samples import plan as sample

# Bodies that each province or district has its own of.
LOCAL = ("Phòng", "Sở", "Ban ")
MANY = lazy(r"(?<!\w)(?:các|những|mọi|từng)\s+$")


def _text(sentence: str) -> str:
    return sample("I. NỘI DUNG", sentence)


@rule(
    "KH170",
    "names-of-bodies",
    Severity.WARNING,
    source="Nghị định 30/2020/NĐ-CP, Phụ lục II, Mục IV, khoản 1",
    english="the name of a body has the wrong capitals",
    needs=("typed", "state"),
    restored=True,
    bad=(
        Bad(_text("Báo cáo Uỷ ban Nhân dân tỉnh."), at="Uỷ ban Nhân dân", fixed=_text("Báo cáo Ủy ban nhân dân tỉnh.")),
        Bad(_text("Kiện toàn Ban chỉ đạo của xã."), at="Ban chỉ đạo", fixed=_text("Kiện toàn Ban Chỉ đạo của xã.")),
        Bad(
            _text("Theo quyết định của thủ tướng chính phủ."),
            at="thủ tướng chính phủ",
            fixed=_text("Theo quyết định của Thủ tướng Chính phủ."),
        ),
    ),
    good=(
        Good(_text("Báo cáo Ủy ban nhân dân tỉnh, Uỷ ban nhân dân phường.")),
        Good(_text("Kiện toàn các ban chỉ đạo ở cơ sở.")),
        Good(_text("Nâng cao năng lực của cơ sở giáo dục và đào tạo, của cán bộ khoa học và công nghệ.")),
        Good(_text("Theo đề nghị của Trưởng phòng Văn hóa - Xã hội, của Trưởng ban Tổ chức cuộc thi.")),
        Good(_text("Theo giám sát của Ủy ban Thường vụ Quốc hội, của Ủy ban thường trực cuộc thi.")),
        Good(_text("Kiện toàn Ban chỉ đạo của xã."), options={"allowed": ("Ban chỉ đạo",)}),
    ),
)
def check(
    plan: Plan,
    *,
    allowed: Annotated[Words, "các chữ cơ quan quy ước viết như vậy, đúng từng chữ hoa"] = (),
) -> Findings:
    """Tên cơ quan, tổ chức viết hoa đúng chỗ: Ủy ban nhân dân, Ban Chỉ đạo, Bộ Giáo dục và Đào tạo.

    Viết hoa chữ cái đầu của từ chỉ loại hình và của từ chỉ chức năng, lĩnh vực hoạt động; «nhân dân» trong tên cơ quan
    viết thường. Danh mục tên ở knowledge/capitals.toml.
    """
    known = table("capitals")
    always = set(known["always"])
    for passage, start, end, right in occurrences(plan, (*known["always"], *known["mixed"])):
        written = passage.text[start:end]
        if same_but_for_tone(written, right) or (written.islower() and right not in always):
            continue
        if written[1:] == right[1:] and right.startswith(LOCAL) and _is_general(passage.text, start, end):
            continue
        if written.isupper() or (passage.quoted(start) and written.islower()):
            continue
        if right.startswith("Ban ") and passage.folded.endswith("uy ", 0, start):
            continue  # «Ủy ban Thường vụ Quốc hội», «Ủy ban Tổ chức …»
        first = known["second"].get(right.split()[0], ())
        if written.islower() and passage.text[:start].lower().rstrip().endswith(tuple(first)):
            continue  # «các cơ sở giáo dục và đào tạo»
        if right.startswith(("Phòng ", "Ban ")) and passage.folded.endswith("truong ", 0, start):
            continue  # the office: «Trưởng phòng Văn hóa - Xã hội»
        if written not in allowed:
            yield passage.finding(start, end, right)


def _is_general(text: str, start: int, end: int) -> bool:
    """Whether several bodies are meant: «các phòng Giáo dục và Đào tạo», «phòng Giáo dục và Đào tạo các huyện»."""
    return MANY.search(text, max(0, start - 10), start) is not None or text.startswith(" các ", end)
