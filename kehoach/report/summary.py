"""One sentence about a whole run, for the error stream."""

from __future__ import annotations

from ..model import Severity
from .results import Results

WAIVED = {"comment": "được bỏ qua theo ghi chú trong tệp", "baseline": "đã có trong tệp mốc"}

# So many of the files that were passed over are named.
NAMED = 5


def summary(results: Results) -> str:
    """«2 lỗi, 1 cảnh báo, 0 lưu ý trong 3 tệp», and how to learn more."""
    counts = results.counts
    files = len(results.files)
    blind = sum(len(file.report.not_evaluated) for file in results.files)
    errors, warnings, infos = (counts[s] for s in (Severity.ERROR, Severity.WARNING, Severity.INFO))
    waived = results.waived
    if results.language == "en":
        counted = (_english(errors, "error"), _english(warnings, "warning"), _english(infos, "note"))
        told = f"{', '.join(counted)} in {_english(files, 'file')}, {_english(blind, 'rule')} not evaluated"
        told += "".join(f", {count} waived by {by}" for by, count in sorted(waived.items()))
        told += "; see: kehoach explain RULE" if counts else ""
        return "\n".join(
            [told, *_passed_over(results), *(f"  ignored {c}: {why}" for c, why in results.ignored.items())]
        )
    told = f"{errors} lỗi, {warnings} cảnh báo, {infos} lưu ý trong {files} tệp"
    if not counts:
        told = f"Không thấy lỗi nào trong {files} tệp"
    if blind:
        told += f"; {blind} lượt quy tắc chưa xét được"
    told += "".join(f"; {waived[by]} phát hiện {words}" for by, words in WAIVED.items() if waived[by])
    example = next((f.rule for f in results.findings), None)
    told += f". Xem giải thích: kehoach explain {example}" if example else "."
    return "\n".join(
        [told, *_passed_over(results), *(f"  bỏ qua {code}: {why}" for code, why in results.ignored.items())]
    )


def _english(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def _passed_over(results: Results) -> list[str]:
    """The files that were not looked at, some by name."""
    files = results.passed_over
    if not files:
        return []
    more = len(files) - NAMED
    names = ", ".join(map(str, files[:NAMED]))
    if results.language == "en":
        names += f" and {more} more" if more > 0 else ""
        return [f"  passed over, no plan: {names} (name a file to check it all the same)"]
    names += f" và {more} tệp khác" if more > 0 else ""
    return [f"  không kiểm tra, vì không phải kế hoạch: {names} (muốn kiểm tra thì ghi rõ tên tệp)"]
