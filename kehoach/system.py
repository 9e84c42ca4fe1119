"""Why the system refused a file, in the words that clerks are told."""

from __future__ import annotations

import errno


def reason(error: OSError) -> str:
    """Why the system refused a file."""
    reasons: dict[type[OSError], str] = {
        FileNotFoundError: "không có tệp hoặc thư mục này",
        PermissionError: "không có quyền",
        IsADirectoryError: "đây là thư mục",
        NotADirectoryError: "đường dẫn đi qua một tệp",
    }
    numbers = {
        errno.ENOSPC: "hết chỗ trên đĩa", errno.EDQUOT: "đã hết dung lượng được cấp", errno.EROFS: "đĩa chỉ cho đọc",
        errno.ENAMETOOLONG: "tên tệp quá dài",
    }  # fmt: skip
    return reasons.get(type(error)) or numbers.get(error.errno or 0, "hệ thống báo lỗi")
