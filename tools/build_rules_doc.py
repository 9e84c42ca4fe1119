"""Write docs/rules.md from the rules themselves; --check only says whether it is fresh (exit 1 if not)."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from kehoach.report.explained import FAMILIES, LABELS, facts, markdown
from kehoach.report.results import NAMES
from kehoach.rules import RULES, Rule

TARGET = Path(__file__).parents[1] / "docs" / "rules.md"
HEAD = """\
# Các quy tắc của kehoach

<!-- Tệp này do tools/build_rules_doc.py lập từ chính các quy tắc; đừng sửa tay. -->

Mỗi quy tắc có: điều phải làm, vì sao, căn cứ, ví dụ sai và đúng (đều được kiểm thử), có sửa tự động được không và
các tùy chọn. Trên dòng lệnh: `kehoach explain KH302`, `kehoach rules`."""


def build() -> str:
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    yield HEAD
    families = [(family, list(rules)) for family, rules in groupby(RULES.values(), key=lambda rule: rule.id[:3])]
    for family, rules in families:
        yield f"\n## {family}xx. {FAMILIES[family]}\n"
        yield "| Mã | Điều phải làm | Mức độ | Sửa tự động |"
        yield "|---|---|---|---|"
        yield from (_row(rule) for rule in rules)
        for rule in rules:
            yield ""
            yield from markdown(rule)


def _row(rule: Rule) -> str:
    summary = rule.doc.splitlines()[0].replace("|", "\\|")
    fixed = facts(rule, LABELS["vi"]).fixable.split(" (")[0]
    anchor = f"{rule.id}-{rule.name}".lower()
    return f"| [{rule.id}](#{anchor}) | {summary} | {NAMES[rule.severity]} | {fixed} |"


def main(arguments: list[str]) -> int:
    text = build()
    if "--check" in arguments:
        fresh = TARGET.is_file() and TARGET.read_text(encoding="utf-8") == text
        print("docs/rules.md is fresh" if fresh else "docs/rules.md is stale: run tools/build_rules_doc.py")
        return 0 if fresh else 1
    TARGET.parent.mkdir(exist_ok=True)
    TARGET.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
