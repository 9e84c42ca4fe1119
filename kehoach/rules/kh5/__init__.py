"""KH5xx: the parent's tasks and targets: covered, by whom, by when (nhiệm vụ)."""
