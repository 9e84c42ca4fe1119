"""Small plans: one without a finding, one with a wrong citation, one with a warning."""

from __future__ import annotations

from kehoach.rules.samples import plan as sample

CITING = (
    "Thực hiện Kế hoạch số 12/KH-SGDĐT ngày 31/01/2024 của Sở Giáo dục và Đào tạo về thực hiện Phong trào “Thi đua "
    "xây dựng xã hội học tập giai đoạn 2023 - 2030”, nhà trường ban hành Kế hoạch như sau:"
)
CLEAN = sample("I. MỤC ĐÍCH", "Nâng cao chất lượng.", opening=CITING)
WRONG = CLEAN.replace("12/KH-SGDĐT", "21/KH-SGDĐT")
WARNED = sample("I. NỘI DUNG", "Tập huấn.", "III. KINH PHÍ", "Theo dự toán.")
