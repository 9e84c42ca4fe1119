"""Closure: what `draft` writes is read back, its facts are what was put in, and `lint` finds nothing but the blanks."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from kehoach import draft as drafting
from kehoach import extract
from kehoach.align.naming import same_name
from kehoach.draft.context import MARK
from kehoach.draft.names import names
from kehoach.knowledge import table
from kehoach.lint import lint
from kehoach.model import Plan, Severity, Signer, Unit
from kehoach.readers import read
from kehoach.text import fold
from kehoach.unit import levels

ROOT = Path(__file__).parents[1]
SEEDS = ROOT / ".." / "shared" / "seeds"
# Plans as offices issued them that have a text layer: a festival, a flood plan under a decision, software, schools.
REAL = ROOT / ".." / "shared" / "real"
WITH_TEXT = (
    "015.pdf", "029.doc", "030.pdf", "034.pdf", "103.pdf", "135.doc", "137.doc", "138.rtf", "140.pdf", "141.doc", "143.doc",
)  # fmt: skip
ON = date(2026, 11, 21)
# Districts and their offices went on 1 July 2025: their plans are dated when they were there.
THEN = date(2024, 5, 20)
# What a draft leaves open on purpose: its number and its day are given when it is issued.
BLANKS = {"KH101", "KH102"}

UNITS = (
    Unit("Sở Y tế tỉnh Đồng Tháp", "SYT", "so", "UBND tỉnh Đồng Tháp", "Đồng Tháp", "Đồng Tháp",
         Signer("KT.", "PHÓ GIÁM ĐỐC", "Ngô Thị Mai"), ("Văn phòng Sở", "Phòng Nghiệp vụ Y", "Phòng Tổ chức cán bộ")),
    Unit("Thanh tra tỉnh Đồng Tháp", "TTT", "co-quan-tinh", "UBND tỉnh Đồng Tháp", "Đồng Tháp", "Đồng Tháp",
         Signer("", "CHÁNH THANH TRA", "Cao Văn Bình"), ("Văn phòng", "Phòng Nghiệp vụ 1")),
    Unit("Ủy ban nhân dân xã Tân Long", "UBND", "ubnd-xa", "UBND tỉnh Đồng Tháp", "Tân Long", "Đồng Tháp",
         Signer("TM.", "CHỦ TỊCH", "Hồ Thị Sen"), ("Phòng Văn hóa - Xã hội", "Phòng Kinh tế", "Văn phòng")),
    Unit("Trường THCS Tân Long", "THCSTL", "truong-thcs", "UBND xã Tân Long", "Tân Long", "Đồng Tháp",
         Signer("", "HIỆU TRƯỞNG", "Lý Thanh Tâm"), ("Tổ Văn phòng", "Tổ Khoa học xã hội", "Thư viện")),
    Unit("Trường THPT Tân Long", "THPTTL", "truong-thpt", "Sở Giáo dục và Đào tạo tỉnh Đồng Tháp", "Tân Long",
         "Đồng Tháp", Signer("KT.", "PHÓ HIỆU TRƯỞNG", "Mai Quốc Việt"), ("Tổ Toán", "Tổ Văn phòng")),
    Unit("Trường Mầm non Sen Hồng", "MNSH", "truong-mam-non", "UBND xã Tân Long", "Tân Long", "Đồng Tháp",
         Signer("", "HIỆU TRƯỞNG", "Lê Thị Bông"), ("Tổ Mẫu giáo", "Tổ Nhà trẻ", "Tổ Văn phòng")),
    Unit("Trường Tiểu học Tân Long 1", "THTL1", "truong-tieu-hoc", "UBND xã Tân Long", "Tân Long", "Đồng Tháp",
         Signer("", "HIỆU TRƯỞNG", "Trần Thị Lụa"), ("Tổ chuyên môn khối 1, 2, 3", "Tổ Văn phòng", "Công đoàn")),
    Unit("Trường THCS và THPT Tân Mỹ", "THCSTHPTTM", "truong-lien-cap", "Sở Giáo dục và Đào tạo tỉnh Đồng Tháp",
         "Tân Long", "Đồng Tháp", Signer("", "HIỆU TRƯỞNG", "Võ Văn Sáng"), ("Tổ Khoa học tự nhiên", "Đoàn Thanh niên")),
    Unit("Trung tâm Giáo dục nghề nghiệp - Giáo dục thường xuyên Tân Long", "GDNNGDTX", "trung-tam",
         "Sở Giáo dục và Đào tạo tỉnh Đồng Tháp", "Tân Long", "Đồng Tháp", Signer("", "GIÁM ĐỐC", "Đinh Thị Sáu"),
         ("Tổ Giáo vụ", "Tổ Hành chính - Tài vụ")),
    Unit("Hội Khuyến học tỉnh Đồng Tháp", "HKH", "doan-the", "Hội Khuyến học Việt Nam", "Đồng Tháp", "Đồng Tháp",
         Signer("TM.", "CHỦ TỊCH", "Phan Văn Chín"), ("Văn phòng Hội", "Ban Phong trào")),
    Unit("Ủy ban nhân dân huyện Tháp Mười", "UBND", "ubnd-huyen", "UBND tỉnh Đồng Tháp", "Tháp Mười", "Đồng Tháp",
         Signer("KT.", "PHÓ CHỦ TỊCH", "Lâm Văn Tám"), ("Phòng Giáo dục và Đào tạo", "Phòng Nội vụ", "Văn phòng")),
    Unit("Phòng Giáo dục và Đào tạo huyện Tháp Mười", "PGDĐT", "phong-gddt", "UBND huyện Tháp Mười", "Tháp Mười",
         "Đồng Tháp", Signer("", "TRƯỞNG PHÒNG", "Tô Thị Năm"), ("Bộ phận Trung học cơ sở", "Bộ phận Tổ chức")),
)  # fmt: skip


def parents() -> list[Path]:
    """Every whole plan of the corpus that another may carry out, the seeds, real plans; no planted defects."""
    ours = [path for path in (ROOT / "corpus").glob("*/*.docx") if path.parent.name not in ("loi", "nguon")]
    # decisions, an official letter, a directive, general plans
    ours += (ROOT / "corpus" / "nguon" / "van-ban-cap-tren").glob("*.txt")
    return [*sorted(ours), *sorted(SEEDS.glob("*.txt")), *(REAL / name for name in WITH_TEXT if (REAL / name).exists())]


@pytest.fixture(scope="module")
def understood() -> dict[Path, Plan]:
    return {}


def at_home(unit: Unit, parent: Plan) -> Unit:
    """The unit in the province that the parent names first: plans go down within one province."""
    text = fold("\n".join(block.text for block in parent.document.blocks))
    found = re.findall(r"\b(?:tinh|thanh pho) (\w+ \w+)", text)
    names_ = {fold(name): name for name in table("provinces")["now"]}
    found += sorted((name for name in names_ if re.search(rf"\b{name}\b", text)), key=text.find)
    province = next((names_[name] for name in found if name in names_), "Đồng Tháp")
    kind = "thành phố" if province in table("provinces")["cities"] else "tỉnh"

    def moved(words: str) -> str:
        return words.replace("tỉnh Đồng Tháp", f"{kind} {province}").replace("Đồng Tháp", province)

    home = replace(unit, name=moved(unit.name), superior=moved(unit.superior))
    return replace(home, place=moved(unit.place), province=moved(unit.province))


def plan_of(path: Path, understood: dict[Path, Plan]) -> Plan:
    if path not in understood:
        understood[path] = extract.plan(read(path))
    return understood[path]


def test_the_seeds_are_there() -> None:
    if not SEEDS.is_dir():
        pytest.skip("../shared/seeds is not part of the repository")
    assert len(list(SEEDS.glob("*.txt"))) == 5


def test_the_real_plans_are_there() -> None:
    if not REAL.is_dir():
        pytest.skip("../shared/real is not part of the repository")
    assert all((REAL / name).exists() for name in WITH_TEXT)


def pairs() -> list[object]:
    """Every parent with every level."""
    return [
        pytest.param(path, unit, id=f"{path.parent.name}/{path.name}-{unit.level}")
        for path in parents()
        for unit in UNITS
    ]


@pytest.mark.parametrize(("path", "unit"), pairs())
def test_a_draft_is_read_back_and_passes(path: Path, unit: Unit, tmp_path: Path, understood: dict[Path, Plan]) -> None:
    parent = plan_of(path, understood)
    unit = at_home(unit, parent)
    on = THEN if levels()[unit.level].until else ON
    named = [parent.issued, *(found.value.date for found in parent.citations)]
    if any(day and day > on for day in named):
        pytest.skip("the parent was issued when this level was no more")
    made = drafting.draft(parent, unit, on)
    out = tmp_path / "kh.docx"
    out.write_bytes(drafting.render(made))
    plan = extract.plan(read(out))
    check_facts(plan, made, parent, unit, on)
    serious = [
        f"{finding.rule}: {finding.message} — {plan.document.blocks[finding.span.block].text[:160]}"
        for finding in lint(plan, parent, unit).findings
        if finding.severity >= Severity.WARNING
        and finding.rule not in BLANKS
        and not MARK.search(plan.document.blocks[finding.span.block].text)
        and not (finding.rule == "KH401" and "[ngày, tháng báo cáo]" in made.marks)
    ]
    assert serious == []


def check_facts(plan: Plan, made: drafting.Draft, parent: Plan, unit: Unit, on: date) -> None:
    assert plan.kind is not None
    assert plan.kind.value == "KH"
    assert plan.number is not None
    assert (plan.number.value.number, plan.number.value.symbol) == (None, f"KH-{unit.short_name}")
    assert plan.date is not None
    assert (plan.date.value.value, plan.date.value.month, plan.date.value.year) == (None, on.month, on.year)
    assert plan.place is not None
    assert plan.place.value == unit.place
    assert plan.issuer is not None
    assert same_name(plan.issuer.value, names(unit).full)  # the area may stand in the line above only
    assert plan.title is not None
    assert plan.title.value == made.title
    headings = [paragraph.text.partition(". ") for paragraph in made.paragraphs if paragraph.heading1]
    found = [(section.numeral, section.title) for section in plan.sections]
    assert found == [(roman, title) for roman, _, title in headings]
    assert plan.signer is not None
    assert (plan.signer.value.position, plan.signer.value.name) == (made.signing[-1], unit.signer.name)
    received = [f"- {found.value.name.rstrip('.;')}" for found in plan.recipients]
    assert received == [line.split(" (")[0].rstrip(".;") for line in made.recipients]
    if parent.number and parent.number.value.number and parent.issued:
        assert plan.parent is not None
        assert (plan.parent.value.number, plan.parent.value.symbol) == (
            parent.number.value.number,
            parent.number.value.symbol,
        )
        assert plan.parent.value.date == parent.issued
        assert plan.parent.value.issuer is not None or parent.issuer is None
        of_chairman = (plan.parent.value.issuer or "").removeprefix("Chủ tịch ")  # who signed alone
        assert parent.issuer is None or of_chairman == parent.issuer.value
