"""How much of a real unit's plan a draft already holds, beside the parent copied with its names replaced.

    python tools/coverage.py [--show]

Needs ../shared/seeds. A sentence of the real plan (40 characters or more) is held when its best place in the other text
is at least 80 like it (rapidfuzz partial_ratio). Target: 15 points above the copy. `--show` lists the sentences that
the draft lacks, and the whole draft. The same with short forms written out in all three texts is printed beside it, and
the draft's sentences that name a foreign level or body are always listed.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from rapidfuzz import fuzz

from kehoach import draft as drafting
from kehoach import extract
from kehoach import unit as units
from kehoach.draft.mending import mender
from kehoach.draft.spelling import righted
from kehoach.model import Document, Plan
from kehoach.readers import read
from kehoach.text import squeeze

SEEDS = Path(__file__).parents[1] / ".." / "shared" / "seeds"
SHORTEST = 40
LIKE = 80
TARGET = 15.0

# Paragraphs that name bodies above because they must: bases, the opening, where reports go.
CITING = re.compile(r"Căn cứ .*số|Thực hiện \w+ .*số|- Trước ngày")
_END = re.compile(r"(?<=[.;!?])\s+")
_LIST = re.compile(r"^(?:[-+*•–#]+|\\?\*+|[IVX]+\.|\d+(?:\.\d+)*\.|[a-zđ][.)])\s*")
_QUOTED = re.compile(r"“[^“”]*”|\"[^\"]*\"")


@dataclass(frozen=True, slots=True)
class Pair:
    """A parent, the unit of a real plan below it, the day of that plan, and the names a copyist would replace."""

    parent: str
    real: str
    on: date
    unit: dict[str, object]
    names: tuple[tuple[str, str], ...]
    foreign: str  # words that no plan of this unit says, outside quoted names and cited titles


_SCHOOL = (
    r"khu phố|tổ dân phố|hộ gia đình|doanh nghiệp|UBND phường|Ủy ban nhân dân phường|thiết chế|cơ chế, chính sách"
    r"|[Cc]ộng đồng học tập|Mặt trận Tổ quốc|công chức Văn hóa|[Tt]rung tâm (?:học tập cộng đồng|HTCĐ)"
    r"|tầng lớp nhân dân|Đông Sơn|Thanh Hóa|Bỉm Sơn|khu dân cư|\bthôn\b|đoàn thể CT-XH|các ngành, các cấp"
)
PAIRS = (
    Pair("seed-002", "seed-003", date(2024, 9, 16), {
        "name": "Trường THCS Xuân Sơn", "short_name": "THCSXS", "level": "truong-thcs",
        "superior": "UBND thị xã Đông Triều", "place": "Xuân Sơn", "province": "Quảng Ninh",
        "signer": {"position": "HIỆU TRƯỞNG"},
        "departments": [{"name": "Ban Giám hiệu"}, {"name": "Tổ chuyên môn"},
                        {"name": "Bộ phận Thi đua - Khen thưởng"}],
        "recipients": [{"name": "Phòng GD&ĐT", "purpose": "b/c"}, {"name": "UBND phường", "purpose": "b/c"}],
    }, (("UBND phường Đông Sơn", "Trường THCS Xuân Sơn"), ("phường Đông Sơn", "trường THCS Xuân Sơn"),
        ("UBND phường", "nhà trường"), ("Thanh Hóa", "Quảng Ninh"), ("Bim Sơn", "Đông Triều")), _SCHOOL),
    Pair("seed-002", "seed-004", date(2024, 9, 19), {
        "name": "Trường THPT Nguyễn Chí Thanh", "short_name": "NCT", "level": "truong-thpt",
        "superior": "Sở Giáo dục và Đào tạo tỉnh Đắk Lắk", "place": "Lắk", "province": "Đắk Lắk",
        "signer": {"position": "HIỆU TRƯỞNG"},
        "departments": [{"name": "Bộ phận thi đua, khen thưởng"}, {"name": "Văn phòng"}, {"name": "Công đoàn"}],
        "recipients": [{"name": "Website"}],
    }, (("UBND phường Đông Sơn", "Trường THPT Nguyễn Chí Thanh"), ("phường Đông Sơn", "trường THPT Nguyễn Chí Thanh"),
        ("UBND phường", "nhà trường"), ("Thanh Hóa", "Đắk Lắk"), ("Cả nước thi đua", "Đắk Lắk thi đua")), _SCHOOL),
    Pair("seed-000", "seed-002", date(2024, 5, 20), {
        "name": "UBND phường Đông Sơn", "short_name": "UBND", "level": "ubnd-xa",
        "superior": "UBND thị xã Bỉm Sơn", "place": "Đông Sơn", "province": "Thanh Hóa",
        "signer": {"authority": "KT.", "position": "PHÓ CHỦ TỊCH"},
        "departments": [{"name": "Trung tâm học tập cộng đồng"}, {"name": "Hội Khuyến học phường"},
                        {"name": "Công chức Văn hóa - Xã hội"}],
        "recipients": [{"name": "Phòng GD&ĐT", "purpose": "B/c"}],
    }, (("Sở Giáo dục và Đào tạo", "UBND phường Đông Sơn"), ("ngành giáo dục và đào tạo", "phường Đông Sơn"),
        ("Hải Phòng", "Thanh Hóa")),
     r"\bSở\b(?! GD)|toàn ngành|đơn vị trực thuộc|Hải Phòng|tổ chuyên môn|trong nhà trường|[Pp]hòng GD"),
)  # fmt: skip


def texts(document: Document) -> Iterator[str]:
    for block in document.blocks:
        if block.part == "body" and block.text.strip():
            yield squeeze(block.shown.replace("\\", "").replace("**", "").replace("*", ""))


def sentences(paragraphs: Iterable[str]) -> Iterator[str]:
    for paragraph in paragraphs:
        for sentence in _END.split(_LIST.sub("", paragraph)):
            if len(sentence) >= SHORTEST:
                yield sentence


def held(real: list[str], text: str) -> list[bool]:
    low = text.casefold()
    return [fuzz.partial_ratio(sentence.casefold(), low, score_cutoff=LIKE) >= LIKE for sentence in real]


def copied(parent: Plan, names: tuple[tuple[str, str], ...], restored: bool = True) -> str:
    """The parent with names replaced; a damaged one as kehoach restores it, or as it stands."""
    mend = mender(parent) if restored else None
    text = "\n".join((mend(one) if mend else one) or "" for one in texts(parent.document))
    for old, new in names:
        text = text.replace(old, new)
    return text


def main(show: bool) -> int:
    if not SEEDS.is_dir():
        print(f"{SEEDS} is not there: nothing to measure", file=sys.stderr)
        return 2
    worst = 100.0
    for pair in PAIRS:
        parent = extract.plan(read(SEEDS / f"{pair.parent}.txt"))
        if problems := units.problems(pair.unit):
            raise SystemExit("; ".join(problems))
        made = drafting.draft(parent, units.build(pair.unit), pair.on)
        real = list(sentences(texts(read(SEEDS / f"{pair.real}.txt"))))
        paragraphs = [made.title, *(paragraph.text for paragraph in made.paragraphs)]
        ours, theirs = held(real, "\n".join(paragraphs)), held(real, copied(parent, pair.names))
        share, copy = (100 * sum(one) / len(real) for one in (ours, theirs))
        worst = min(worst, share - copy)
        said = [paragraph.text for paragraph in made.paragraphs if not CITING.match(paragraph.text)]
        if parent.document.damaged:
            as_is = held(real, copied(parent, pair.names, restored=False))
            print(f"{pair.parent} copied as the damaged file stands: {100 * sum(as_is) / len(real):.1f} %")
        strange = [one for one in sentences(said) if re.search(pair.foreign, _QUOTED.sub("", one))]
        full = [
            righted(one) for one in real
        ]  # one office writes «XHHT», another the words: neither is nearer the matter
        both = (righted("\n".join(paragraphs)), righted(copied(parent, pair.names)))
        told = [100 * sum(held(full, text)) / len(real) for text in both]
        print(f"{pair.parent} -> {pair.real}, short forms written out: draft {told[0]:.1f} %, copy {told[1]:.1f} %, "
              f"{told[0] - told[1]:+.1f}")  # fmt: skip
        print(f"{pair.parent} -> {pair.real}: draft {share:.1f} %, copy {copy:.1f} %, {share - copy:+.1f} "
              f"({len(real)} sentences); foreign: {len(strange)}")  # fmt: skip
        print(*(f"  ? {one}" for one in strange), sep="\n", end="\n" if strange else "")
        if show:
            print(*(f"  {'=' if mine else '-'} {'c' if his else ' '} {one}"
                    for one, mine, his in zip(real, ours, theirs, strict=True)), sep="\n")  # fmt: skip
            print(*paragraphs, sep="\n", end="\n\n")
    print(f"least gain {worst:+.1f} points, target {TARGET:+.1f}")
    return 0 if worst >= TARGET else 1


if __name__ == "__main__":
    raise SystemExit(main("--show" in sys.argv[1:]))
