from __future__ import annotations

import re

from ...extract.sections import every
from ...model import Finding, Findings, Plan, Severity, Span
from ...patterns import lazy
from .. import Bad, Good, rule
from ..samples import plan as sample

_ENDED = lazy(r"[].;:,!?…/](?:[”\")]|\s)*$|\.\.\.$")
_ITEM = lazy(r"^\s*([-+•–])\s*\S")
_SENTENCE = lazy(r"(?:\S+\s+){11}\S")
_MARKED = lazy(r"[-+*•–“(\d]|[a-zđ][.)]")
_NUMBER = lazy(r"[\d.+()-]{5,}")  # a telephone, an amount: the end of a line in a list of data
SHORT = 8  # words: fewer may be a heading of what stands below it


def _said(*body: str) -> str:
    return sample("I. NỘI DUNG", *body)


@rule(
    "KH719",
    "item-not-ended",
    Severity.INFO,
    source="Quy tắc dùng dấu câu: hết câu có dấu chấm, hết ý trong danh mục có dấu chấm phẩy hoặc dấu chấm",
    english="a sentence or a list item does not end with a punctuation mark",
    needs=("clean", "typed"),
    together=True,
    bad=(
        Bad(_said("- Bằng khen của Chủ tịch UBND tỉnh;", "- Giấy khen của Giám đốc Sở", "Các tổ chuyên môn thực hiện.",
                  "- Khen thưởng kịp thời."), at="Sở"),
        Bad(sample("I. NỘI DUNG", "- Học tập;", "- Rèn luyện,", "II. KINH PHÍ", "Có."), at=","),
    ),
    good=(
        Good(_said("- Bằng khen của Chủ tịch UBND tỉnh;", "- Giấy khen của Giám đốc Sở.", "Các tổ thực hiện.")),
        Good(_said("- Xây dựng xã hội", "học tập trong toàn trường.", "- Khen thưởng kịp thời;", "- Tổng kết.")),
        Good(_said("1. Đối với nhà trường", "- Khen thưởng kịp thời;", "- Sơ kết, tổng kết gồm:", "+ Sơ kết.")),
        Good(_said("“Vâng lời thầy dạy, học tốt rèn chăm, xây dựng Đội mạnh, cùng tiến bước lên Đoàn”", "- Thi đua.")),
        Good(_said("- Tổ Toán", "- Tổ Ngữ văn", "- Tổ Ngoại ngữ", "- Tổ Khoa học")),
    ),
)  # fmt: skip
def check(plan: Plan) -> Findings:
    """Hết câu, hết một ý gạch đầu dòng phải có dấu câu.

    Đề mục, bảng, dòng dẫn có dấu hai chấm và danh mục mà cả danh mục không dùng dấu câu không bị xét.
    """
    titles = {section.block for section in every(plan.sections)}
    first = plan.sections[0].block + 1 if plan.sections else plan.opening[0]
    blocks = plan.document.blocks
    body = [n for n in range(first, plan.end or len(blocks)) if blocks[n].text.strip() and blocks[n].part == "body"]
    body = [n for n in body if blocks[n].cell is None]
    wanting, dangling, ended = [], [], 0
    for number, following in zip(body, [*body[1:], len(blocks)], strict=False):
        text, below = blocks[number].text, blocks[following].text if following < len(blocks) else ""
        item = _ITEM.match(text)
        verse = text.lstrip().startswith(("“", '"')) and text.rstrip().endswith(("”", '"'))
        aside = text.lstrip().startswith("(") and text.rstrip().endswith(")")  # «(Chi tiết tại Phụ lục kèm theo)»
        if number in titles or aside or verse or not (item or _SENTENCE.search(text)):
            continue
        if text.rstrip().endswith(",") and (not below or following in titles):
            dangling.append(number)
        elif _ENDED.search(text):
            ended += bool(item)
        elif _leads(text, below) or not (not below or following in titles or _begins(below.lstrip())):
            continue
        else:
            wanting.append(number)
    for number in dangling:  # behind the last item there is nothing for a comma to lead to
        end = len(blocks[number].text.rstrip())
        yield Finding(Span(number, end - 1, end), "ý cuối của mục kết thúc bằng dấu phẩy; thay bằng dấu chấm")
    if len(wanting) > max(3, ended // 4):  # then it is how this plan is written
        return
    for number in wanting:
        text = blocks[number].text.rstrip()
        last = re.search(r"\S+$", text)
        if last and not text.isupper() and text[-1] not in "*_|" and not _NUMBER.fullmatch(last[0]):
            yield Finding(
                Span(number, last.start(), last.end()), "cuối câu, cuối ý chưa có dấu câu; thêm dấu chấm hoặc chấm phẩy"
            )


def _begins(text: str) -> bool:
    """Whether a line begins something of its own, and does not go on with the line before."""
    return text[:1].isupper() or bool(_MARKED.match(text))


def _leads(text: str, below: str) -> bool:
    """Whether a short line names what stands below it: there the items have another mark."""
    here, there = _ITEM.match(text), _ITEM.match(below)
    return len(text.split()) < SHORT and there is not None and (here is None or (here[1], there[1]) == ("-", "+"))
