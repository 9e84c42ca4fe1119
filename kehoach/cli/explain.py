"""kehoach explain: a rule, why it is there, and what is wrong and right by it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from .words import Command, Refusal, application, told

if TYPE_CHECKING:
    from ..rules import Rule

app = application()


@app.command(cls=Command)
def explain(
    rule: Annotated[
        str, typer.Argument(metavar="QUY_TẮC", help="Mã hoặc tên quy tắc, ví dụ KH301; mã nhóm (KH3) thì liệt kê.")
    ],
    lang: Annotated[str, typer.Option("--lang", metavar="vi|en", help="Ngôn ngữ của các đề mục.")] = "vi",
) -> None:
    """Giải thích một quy tắc: vì sao có, căn cứ, ví dụ sai và đúng, có sửa tự động được không, các tùy chọn."""
    from ..report import explained
    from ..rules import RULES
    from .given import language

    english = language(lang) == "en"
    found = RULES.get(rule.upper()) or next((r for r in RULES.values() if r.name == rule.lower()), None)
    if found:
        told("\n".join(explained.text(found, "en" if english else "vi")))
    elif family := [each for id, each in RULES.items() if rule and id.startswith(rule.upper())]:
        told("\n".join(explained.line(each, english) for each in family))
    else:
        raise Refusal(f"không có quy tắc «{rule}»{_nearest(rule, RULES)}; xem «kehoach rules»")


def _nearest(wanted: str, known: dict[str, Rule]) -> str:
    from rapidfuzz import process

    names = [*known, *(rule.name for rule in known.values())]
    best = process.extractOne(wanted.lower(), names, processor=str.lower, score_cutoff=60)
    return f", có phải là «{best[0]}»" if best else ""
