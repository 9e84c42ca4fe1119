"""kehoach rules: the table of rules."""

from __future__ import annotations

import json as json_
from typing import Annotated

import typer

from .words import Command, Refusal, application, told

app = application()


@app.command(cls=Command)
def rules(
    format: Annotated[str, typer.Option("--format", metavar="text|json", help="Dạng kết quả.")] = "text",
    lang: Annotated[str, typer.Option("--lang", metavar="vi|en", help="Ngôn ngữ của phần tóm tắt.")] = "vi",
) -> None:
    """Liệt kê các quy tắc: mã, tên, mức độ và tóm tắt."""
    from ..report import explained
    from ..rules import RULES, options
    from ..rules.options import wanted
    from .given import language

    if format not in ("text", "json"):
        raise Refusal(f"--format: không có dạng «{format}», chọn text hoặc json")
    english = language(lang) == "en"
    if format == "text":
        told("\n".join(explained.line(rule, english) for rule in RULES.values()))
        return
    table = [
        {
            "rule": rule.id,
            "name": rule.name,
            "severity": rule.severity.name.lower(),
            "needs": [*(name for name, required in rule.asks.items() if required and name != "plan"), *rule.needs],
            "summary": rule.english if english else rule.doc.splitlines()[0],
            "source": rule.source,
            "why": rule.doc,
            "fixable": explained.fixable(rule),
            "options": {
                option.name: {"default": option.default, "meaning": option.meaning, "type": wanted(option.kind)}
                for option in options.of(rule.check).values()
            },
        }
        for rule in RULES.values()
    ]
    told(json_.dumps(table, ensure_ascii=False, indent=2, default=dict))
