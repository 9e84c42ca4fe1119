"""The corpus is what its sources give, its gold is true of its plans, and its words are our own."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from build_corpus import CORPUS, files

from kehoach.readers import read
from kehoach.readers.text import parse as parse_text
from kehoach.text import fold, is_damaged, likeness, squeeze
from kehoach.unit import read as read_unit

SEEDS = CORPUS.parents[1] / "shared" / "seeds"
GOLD = sorted(CORPUS.glob("*/*.gold.json"))
DEFECTS = sorted(CORPUS.glob("*/*.defects.json"))
UNITS = sorted(CORPUS.glob("*/*.unit.toml"))
KINDS = {"report", "dossier", "review", "task", "milestone", "phase", "plan_issue", "registration"}
# Names of documents, movements and bodies are the same in whoever's plan: no passage runs through them.
OFFICIAL = (
    r"“[^”]*”",
    r"(?:kết luận|chỉ thị|quyết định|thông tư|nghị định|kế hoạch) số \S+ ngày [^,;]{4,25} của",
    r"về tăng cường sự lãnh đạo của đảng đối với công tác khuyến học, khuyến tài, xây dựng xã hội học tập",
    r"ủy ban mặt trận tổ quốc việt nam",
)


def name(path: Path) -> str:
    return path.relative_to(CORPUS).as_posix()


def load_json(path: Path) -> dict[str, Any]:
    value: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return value


def stem(path: Path) -> Path:
    return path.with_name(path.name.split(".")[0])


def words(path: Path) -> str:
    return squeeze(path.read_text(encoding="utf-8"))


def said(path: Path) -> list[str]:
    """The paragraphs of a file as a person sees them, without footnotes, headers and empty lines."""
    shown = (squeeze(block.shown) for block in read(path).blocks if block.part in ("body", "box"))
    return [line for line in shown if line and not re.match(r"\[\d+\] ", line)]


def test_the_committed_files_are_what_the_sources_give_every_time() -> None:
    once = dict(files())
    assert once == dict(files())
    stale = [name(path) for path, data in once.items() if not path.exists() or path.read_bytes() != data]
    assert stale == [], "run tools/build_corpus.py"


def test_nothing_lies_in_the_corpus_that_no_source_gives() -> None:
    ours = {path for path, _ in files()} | set(UNITS) | {CORPUS / "README.md", CORPUS / "findings.tsv"}
    there = {p for p in CORPUS.rglob("*") if p.is_file() and CORPUS / "nguon" not in p.parents}
    assert {name(p) for p in there - ours} == set()


@pytest.mark.parametrize("path", GOLD, ids=name)
def test_a_clean_plan_comes_as_docx_and_text_that_say_the_same(path: Path) -> None:
    assert said(stem(path).with_suffix(".docx")) == said(stem(path).with_suffix(".txt"))


@pytest.mark.parametrize("path", GOLD, ids=name)
def test_gold_is_well_formed(path: Path) -> None:
    gold = load_json(path)
    issued = date.fromisoformat(gold["date"])
    cited = [*gold["citations"], *filter(None, [gold["parent"]])]
    assert re.fullmatch(r"[1-9]\d+/KH-[A-ZĐ]+", gold["number"])
    assert all(date.fromisoformat(citation["date"]) < issued for citation in cited)
    assert {deadline["kind"] for deadline in gold["deadlines"]} <= KINDS
    for deadline in gold["deadlines"]:
        if deadline["day"] and deadline["month"] and deadline["year"]:
            assert date(deadline["year"], deadline["month"], deadline["day"]) > issued
    assert len(gold["sections"]) >= 3
    assert gold["signer"]["name"]
    assert gold["closing"].endswith("./.")


@pytest.mark.parametrize("path", GOLD, ids=name)
def test_what_the_gold_says_stands_in_the_plan(path: Path) -> None:
    gold, text = load_json(path), words(stem(path).with_suffix(".txt"))
    facts = [gold["number"], gold["title"], gold["closing"], gold["signer"]["name"], gold["signer"]["title"]]
    facts += [citation["number"] for citation in gold["citations"]] + gold["recipients"]
    facts += [deadline["text"] for deadline in gold["deadlines"]]
    facts += [f"{s.get('written') or s['numeral'] + '.'} {s['title']}" for s in gold["sections"]]
    assert [fact for fact in facts if squeeze(fact) not in text] == []


@pytest.mark.parametrize("path", GOLD, ids=name)
def test_every_citation_with_a_number_is_in_the_gold(path: Path) -> None:
    gold, text = load_json(path), words(stem(path).with_suffix(".txt"))
    found = set(re.findall(r"\b\d+(?:/20\d\d)?/[A-ZĐ]+-[A-ZĐa-z]+|\b\d+-[A-Z]+/TW", text))
    assert found == {citation["number"] for citation in gold["citations"]} | {gold["number"]}


def test_a_parent_is_dated_before_its_child_and_cited_as_it_is() -> None:
    plans = {(g["number"], g["date"]): g for g in map(load_json, GOLD)}
    children = [g for g in plans.values() if g["parent"] and g["parent"]["type"] == "Kế hoạch"]
    assert len(children) >= 10
    for child in children:
        parent = plans[(child["parent"]["number"], child["parent"]["date"])]
        assert parent["date"] < child["date"]


@pytest.mark.parametrize("path", DEFECTS, ids=name)
def test_marked_defects_stand_in_the_plan_and_not_in_its_clean_twin(path: Path) -> None:
    marked = load_json(path)
    plan = next(p for p in (stem(path).with_suffix(".docx"), stem(path).with_suffix(".txt")) if p.exists())
    text = squeeze(" ".join(block.shown for block in read(plan).blocks))
    assert (path.parent / f"{marked['clean']}.txt").resolve() in {stem(p).with_suffix(".txt") for p in GOLD}
    assert "parent" not in marked or (path.parent / marked["parent"]).exists()
    for defect in marked["defects"]:
        assert re.fullmatch(r"KH\d{3}", defect["rule"])
        assert defect["why"]
        assert squeeze(defect["text"]) in text


def test_the_defects_cover_the_rules_of_sections_citations_and_deadlines() -> None:
    rules = {defect["rule"] for path in DEFECTS for defect in load_json(path)["defects"]}
    wanted = {*range(101, 103), *range(201, 208), *range(301, 315), *range(401, 409), 501, *range(503, 506), 508}
    assert {f"KH{number}" for number in wanted} - rules == set()


def test_tracked_changes_read_as_accepted_give_the_clean_plan() -> None:
    tracked = CORPUS / "hinh-thuc" / "kh-thpt-theo-doi.docx"
    assert said(tracked) == said(CORPUS / "xa-hoi-hoc-tap" / "kh-thpt.docx")


@pytest.mark.parametrize("path", sorted(CORPUS.glob("loi/*-ocr*.txt")), ids=name)
def test_a_ruined_plan_counts_as_damaged_and_keeps_its_figures(path: Path) -> None:
    ruined = path.read_text(encoding="utf-8")
    clean = load_json(path.with_suffix("").with_suffix(".defects.json"))["clean"]
    twin = (path.parent / f"{clean}.txt").read_text(encoding="utf-8")
    assert is_damaged(ruined)
    assert likeness(ruined[:3000], twin[:3000]) > 75
    assert load_json(path.parent / f"{clean}.gold.json")["number"].split("/")[0] + "/KH-" in ruined


@pytest.mark.parametrize("path", UNITS, ids=name)
def test_a_unit_is_the_issuer_of_the_plan_beside_it(path: Path) -> None:
    unit, gold = read_unit(path), load_json(stem(path).with_suffix(".gold.json"))
    assert unit.name.startswith(gold["issuer"]) or gold["issuer"] == unit.name.replace(" tỉnh Lâm Đồng", " tỉnh")
    assert gold["number"].endswith(f"/KH-{unit.short_name}")
    assert (unit.place, unit.signer.name) == (gold["place"], gold["signer"]["name"])


def passages(text: str, length: int = 12) -> set[tuple[str, ...]]:
    """Every run of `length` words of one paragraph that no official name breaks."""
    parts = (re.findall(r"\w+", fold(part)) for part in re.split("|".join(OFFICIAL), squeeze(text).lower()))
    return {tuple(part[i : i + length]) for part in parts for i in range(len(part) - length + 1)}


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the real plans lie outside the repository and are not here")
def test_no_passage_is_taken_from_a_real_plan() -> None:
    theirs = set[tuple[str, ...]]().union(*(passages(p.read_text(encoding="utf-8")) for p in SEEDS.glob("*.txt")))
    ours = (passages(line) for path in GOLD for line in said(stem(path).with_suffix(".txt")))
    shared = set[tuple[str, ...]]().union(*ours) & theirs
    assert len(theirs) > 5000
    assert sorted(" ".join(run) for run in shared) == []


def test_text_wrapped_without_blank_lines_still_reads_as_paragraphs() -> None:
    path = CORPUS / "cai-cach-hanh-chinh" / "kh-so-tu-phap.txt"
    blocks = parse_text(path.read_text(encoding="utf-8"), path).blocks
    assert max(len(line) for line in path.read_text(encoding="utf-8").splitlines()) <= 78
    assert any(len(block.text) > 150 for block in blocks)
