"""One sentence about a whole run, for the error stream."""

from __future__ import annotations

from ..model import Severity
from .results import Results


def summary(results: Results) -> str:
    """«2 lỗi, 1 cảnh báo, 0 lưu ý trong 3 tệp», and how to learn more."""
    counts = results.counts
    files = len(results.files)
    blind = sum(len(file.report.not_evaluated) for file in results.files)
    errors, warnings, infos = (counts[s] for s in (Severity.ERROR, Severity.WARNING, Severity.INFO))
    if results.language == "en":
        told = f"{errors} errors, {warnings} warnings, {infos} notes in {files} files, {blind} rules not evaluated"
        return told + ("; see: kehoach explain RULE" if counts else "")
    told = f"{errors} lỗi, {warnings} cảnh báo, {infos} lưu ý trong {files} tệp"
    if not counts:
        told = f"Không thấy lỗi nào trong {files} tệp"
    if blind:
        told += f"; {blind} lượt quy tắc chưa xét được"
    example = next((f.rule for f in results.findings), None)
    return told + (f". Xem giải thích: kehoach explain {example}" if example else ".")
