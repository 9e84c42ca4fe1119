"""Arguments that several commands take, said once: plans, the plan above, the unit, rules, the day."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from .files import named

Plans = Annotated[list[Path], typer.Argument(parser=named, metavar="KẾ_HOẠCH...", help="Tệp hoặc thư mục kế hoạch.")]
Parent = Annotated[
    Path | None, typer.Option("--parent", parser=named, metavar="TỆP", help="Kế hoạch cấp trên, dùng cho mọi tệp.")
]
UnitFile = Annotated[
    Path | None, typer.Option("--unit", parser=named, metavar="TỆP", help="Thông tin đơn vị (UNIT.toml).")
]
Select = Annotated[
    str, typer.Option("--select", metavar="MÃ,...", help="Chỉ xét các quy tắc hoặc nhóm này, ví dụ KH3,KH401.")
]
Ignore = Annotated[str, typer.Option("--ignore", metavar="MÃ,...", help="Bỏ qua các quy tắc hoặc nhóm này.")]
FailOn = Annotated[
    str,
    typer.Option("--fail-on", metavar="error|warning|info", help="Mức thấp nhất làm mã thoát bằng 1; mặc định: error."),
]
AsOf = Annotated[str, typer.Option("--as-of", metavar="NĂM-THÁNG-NGÀY", help="Ngày xét, khi kế hoạch chưa ghi ngày.")]
Lang = Annotated[str, typer.Option("--lang", metavar="vi|en", help="Ngôn ngữ của thông báo.")]
Jobs = Annotated[str, typer.Option("--jobs", "-j", metavar="SỐ", help="Số tiến trình chạy song song (0: tự chọn).")]
