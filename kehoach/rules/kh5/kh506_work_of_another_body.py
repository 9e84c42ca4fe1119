from __future__ import annotations

from ...align.bodies import body_key, same_body
from ...align.matching import Index, syllables
from ...extract.names import opens_name
from ...model import Finding, Findings, Plan, Related, Severity, Span, Task
from .. import Bad, Good, rule
from ..restored import sound
from ..samples import plan as sample

ALIKE = 0.75  # from here on two pieces of work are the same
FEWEST = 8  # syllables


def _plan(first: str, second: str) -> str:
    return sample("I. MỤC ĐÍCH", "Phục vụ người dân tốt hơn.", "II. TỔ CHỨC THỰC HIỆN",
                  "1. Phòng Kinh tế", f"- {first}", "2. Phòng Văn hóa - Xã hội", f"- {second}")  # fmt: skip


TRAINING = "Tổ chức các lớp bồi dưỡng kỹ năng số cho người cao tuổi ở các tổ dân phố."
MARKET = "Vận động tiểu thương ở chợ thanh toán không dùng tiền mặt, dán mã QR tại quầy."


@rule(
    "KH506",
    "work-of-another-body",
    Severity.WARNING,
    source="Phân công trong kế hoạch cấp trên",
    english="the parent gives this work to another body, which the plan names too",
    restored=True,
    bad=(
        Bad(_plan(TRAINING, "Theo dõi, tổng hợp kết quả."), at=TRAINING, parent=_plan(MARKET, TRAINING)),
    ),
    good=(
        Good(_plan(MARKET, TRAINING), parent=_plan(MARKET, TRAINING)),
        Good(_plan(TRAINING, TRAINING), parent=_plan(MARKET, TRAINING)),
        Good(_plan(MARKET, TRAINING).replace("Phòng Kinh tế", "Văn phòng"), parent=_plan(MARKET, TRAINING)),
    ),
)  # fmt: skip
def check(plan: Plan, parent: Plan) -> Findings:
    """Việc mà cấp trên giao cho một cơ quan, ở đây lại giao cơ quan khác, dù cơ quan kia cũng có tên trong kế hoạch."""
    above = sound(parent)
    same = plan.issuer and above.issuer and body_key(plan.issuer.value) == body_key(above.issuer.value)
    ours = [task for task in plan.tasks if _one(task, bool(same))]
    theirs = [task for task in above.tasks if _one(task, bool(same))] if ours else []
    here = {body_key(task.owner) for task in plan.tasks}
    both = [task for task in theirs if body_key(task.owner) in here]
    if not both:
        return
    index = Index(task.text for task in theirs)
    for task in ours:
        alike = [theirs[match.text] for match in index.nearest(task.text, 3) if match.score >= ALIKE]
        if not alike or any(same_body(one.owner, task.owner) for one in alike) or alike[0] not in both:
            continue
        meant = alike[0]
        if any(same_body(one.owner, meant.owner) and _alike(one, task) for one in ours if one is not task):
            continue
        text = plan.document.blocks[task.block].text
        start = max(text.find(task.text[:20]), 0)
        there = Span(meant.block, 0, len(parent.document.blocks[meant.block].text))
        message = f"kế hoạch cấp trên giao việc này cho {meant.owner}, ở đây giao {task.owner}"
        yield Finding(Span(task.block, start, len(text.rstrip())), message, related=Related(parent.document, there))


def _one(task: Task, same_issuer: bool) -> bool:
    """Work of some length that is given to one body by its name; every unit has a «Văn phòng» and a «Phòng Tổ chức»."""
    key = body_key(task.owner)
    inner = not same_issuer and key.startswith(("phong ", "van phong", "to ", "ban ", "bo phan ", "khoa "))
    return opens_name(task.owner) and not inner and not key.startswith("ubnd") and len(syllables(task.text)) >= FEWEST


def _alike(one: Task, other: Task) -> bool:
    found = Index([other.text]).nearest(one.text)
    return bool(found) and found[0].score >= ALIKE
