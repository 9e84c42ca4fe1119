"""What the parent cites stands in the draft with its code in the right form, also inside the title of another."""

from __future__ import annotations

from pathlib import Path

from kehoach import extract
from kehoach.draft.citing import Citations
from kehoach.draft.shielding import shielded, unshielded
from kehoach.readers import read
from kehoach.rules.samples import plan as sample

LINE = (
    "Thực hiện Quyết định số 612/QĐ-TTg ngày 08/4/2023 của Thủ tướng Chính phủ về việc ban hành Kế hoạch thực hiện "
    "Kết luận số 57- KL/TW ngày 10/5/2022 của Ban Bí thư về tiếp tục thực hiện Chỉ thị số 15-CT/TW ngày 13/4/2017 "
    "của Bộ Chính trị về công tác thư viện."
)


def test_a_code_is_mended_where_one_document_is_cited_in_the_title_of_another(tmp_path: Path) -> None:
    path = tmp_path / "parent.txt"
    path.write_text(sample("I. NỘI DUNG", LINE), encoding="utf-8")
    parent = extract.plan(read(path))
    block = next(n for n, each in enumerate(parent.document.blocks) if each.text == LINE)

    text, hidden = shielded(LINE, block, parent, Citations(parent), str)

    assert unshielded(text, hidden) == LINE.replace("57- KL/TW", "57-KL/TW")
