"""KH4xx: deadlines and schedule (thời hạn)."""
