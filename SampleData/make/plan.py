"""The report's three phases with its targets, on dates of ours: three two-week sprints from 2025-09-15.

Baselines are the values of 2025-09-14, the day of the report. The report has no dates, so the plan is marked
as illustrative wherever it is used.
"""

PHASES = (
    (
        "phase-1",
        "Critical infrastructure",
        "2025-09-15",
        "2025-09-28",
        "$500K+ ARR chat",
        (
            ("manager-import.paths", "<= 1", 18),
            ("direct-instantiation", "= 0", 21),
            ("singleton", "= 0", 6),
            ("factory-interface", "= 0", 2),
        ),
    ),
    (
        "phase-2",
        "Single source of truth",
        "2025-09-29",
        "2025-10-12",
        "user isolation, HIPAA and SOC2 readiness",
        (
            ("duplicate-class.names", "< 10", 122),
            ("interface-contract", "= 0", 518),
            ("scattered-configuration", "<= 1", 65),
            ("non-factory-creation", "= 0", 30),
        ),
    ),
    (
        "phase-3",
        "Legacy cleanup",
        "2025-10-13",
        "2025-10-26",
        "40 % less debugging, 60 % faster onboarding",
        (
            ("duplicate-class.names", "= 0", 122),
            ("deprecated-import", "= 0", 78),
            ("non-ssot-auth-import", "= 0", 142),
            ("cors-import.paths", "<= 1", 2),
            ("hard-coded-dependency", "= 0", 10),
            ("golden-path.passed", ">= 42", 36),
        ),
    ),
)


def plan():
    """The `plan` part of a snapshot."""
    return {"phases": [_phase(*phase) for phase in PHASES]}


def _phase(identifier, name, starts, due, protects, targets):
    return {
        "id": identifier,
        "name": name,
        "starts": starts,
        "due": due,
        "protects": protects,
        "targets": [
            {"measure": measure, "target": target, "baseline": baseline} for measure, target, baseline in targets
        ],
    }
