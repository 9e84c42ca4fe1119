"""What `--lang en` says instead of the Vietnamese of messages, places and reasons."""

from __future__ import annotations

from .. import rules
from ..model import Block, Document, Finding
from ..patterns import lazy

# So many characters of the words in question are quoted in a message.
LONGEST = 60
LABELS = {
    "chú thích cuối trang": "footnote", "chú thích cuối văn bản": "endnote", "hộp văn bản": "text box",
    "đầu trang": "page header", "chân trang": "page footer", "chú thích": "note", "đoạn": "paragraph",
    "bảng": "table", "hàng": "row", "ô": "cell", "dòng": "line", "trang": "page", "tệp": "file", "trong": "in",
}  # fmt: skip
_LABEL = lazy(r"\b(?:" + "|".join(LABELS) + r")\b")
# Why a rule could not see what it needs; {} stands for the kind of file.
REASONS = {
    "đã có khi lập tệp mốc": "in the baseline",
    "không có kế hoạch cấp trên để đối chiếu; thêm --parent": "no parent plan to compare with; add --parent",
    "không có thông tin đơn vị để đối chiếu; thêm --unit": "no unit data to compare with; add --unit",
    "không có ngày xét; thêm --as-of": "no day to judge by; add --as-of",
    "tệp {} không cho biết phông chữ, lề và cách dòng": "a {} file does not tell fonts, margins and spacing",
    "tệp {} không cho biết chắc lề, thụt đầu dòng và giãn cách":
        "a {} file does not tell margins, indents and spacing for certain",
    "văn bản nhận dạng bị mất dấu nên không xét được cách viết":
        "the text lost its diacritics in OCR, so its wording cannot be judged",
    "chữ nhận dạng từ bản quét nên dấu câu, chữ hoa có thể khác bản gốc":
        "the text was recognised from a scan; punctuation and capitals may differ from the original",
    "văn bản có trước ngày Nghị định 30/2020/NĐ-CP có hiệu lực (05/3/2020)":
        "the document is older than Decree 30/2020/NĐ-CP (in force since 5 March 2020)",
    "tệp là một phụ lục tách riêng, không phải toàn văn của một văn bản":
        "the file is an appendix on its own, not a whole document",
    "không thấy tên loại, số và ký hiệu nên không rõ đây có phải văn bản hành chính":
        "no kind, number or symbol was found, so this may be no administrative document",
    "thể thức của Nghị định 30/2020/NĐ-CP không áp dụng cho văn bản quy phạm pháp luật và văn bản của Đảng":
        "Decree 30/2020/NĐ-CP is not about legislation and documents of the Party",
    "không thấy số, ký hiệu và ngày ban hành nên không rõ văn bản theo thể thức nào":
        "no number and date were found, so it is not clear by which rules the document is laid out",
    "không nhận ra số trang trong tệp .pdf": "no page number was recognised in the .pdf",
    "không thấy địa danh, ngày tháng trong tệp; có thể bị mất khi trích chữ":
        "no place and date were found; they may be lost in text extraction",
    "không thấy nơi nhận và phần ký, nên không biết nội dung kết thúc ở đâu":
        "no recipients and no signature were found, so the end of the text is not known",
    "không thấy dòng số, ký hiệu trong tệp; có thể bị mất khi trích chữ":
        "no number line was found; it may be lost in text extraction",
    "số do máy nhận dạng từ ảnh không đọc được, hãy xem trên bản gốc":
        "the number could not be recognised in the scan; look at the original",
    "không thấy tên loại, số và ký hiệu của kế hoạch": "no kind, number or symbol of the plan was found",
    "đường kẻ được neo ở chỗ khác nên không rõ nằm dưới dòng nào":
        "the rule is anchored elsewhere, so it is not clear below which line it stands",
    "tệp không cho biết trang giấy": "the file does not tell its paper",
    "không nhận ra mục nào trong kế hoạch": "no section of the plan was recognised",
    "kế hoạch cấp trên chưa ghi ngày hoặc không đọc được ngày": "the parent plan has no date that can be read",
    "kế hoạch chưa ghi ngày ban hành; thêm --as-of": "the plan has no date of issue; add --as-of",
    "kế hoạch chưa ghi ngày ban hành": "the plan has no date of issue",
    "kế hoạch cấp trên chưa có số, ký hiệu hoặc không đọc được số, ký hiệu":
        "the parent plan has no number and symbol that can be read",
    "không đọc được trích yếu của kế hoạch cấp trên": "the title of the parent plan cannot be read",
    "không đọc được cơ quan ban hành kế hoạch cấp trên": "the issuing body of the parent plan cannot be read",
    "không biết kế hoạch này của tỉnh nào; thêm --unit": "the province of this plan is not known; add --unit",
}  # fmt: skip
_QUOTED = lazy(r"«([^«»]+)»")
_FORMAT = lazy(r"(?<= )\.\w+(?= )")


def message(finding: Finding, document: Document) -> str:
    """What the rule looks for, and the words in which it was found."""
    from ..text import squeeze

    told = rules.RULES[finding.rule].english
    # where something is absent, the message itself names it
    words = squeeze(document.text(finding.span)) or "".join(_QUOTED.findall(finding.message)[:1])
    if not words:
        return told
    return f"{told}: «{words if len(words) <= LONGEST else words[: LONGEST - 1].rstrip() + '…'}»"


def label(block: Block) -> str:
    """
    >>> label(Block("", "bảng 2, hàng 1, ô 1 (trong bảng 1, hàng 3, ô 2), đoạn 2"))
    'table 2, row 1, cell 1 (in table 1, row 3, cell 2), paragraph 2'
    """
    return _LABEL.sub(lambda found: LABELS[found[0]], block.label)


def reason(said: str) -> str:
    """The reason in English; one that has none stays as it is."""
    kind = _FORMAT.search(said)
    told = REASONS.get(_FORMAT.sub("{}", said, count=1)) or REASONS.get(said)
    return told.format(kind[0] if kind else "") if told else said
