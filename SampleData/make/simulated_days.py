"""What the simulated team does on each working day from 2025-09-16 to 2025-10-24.

A day is a date, an author, a commit subject, and steps that `CodeBase` knows by name. The plan is followed, but
as people follow plans: days without a result, a codemod day, regressions from a merge, a revert, a branch that
stops parsing, a golden path that breaks, a rule that is made stricter, and targets that are met late or not quite.
"""

from dataclasses import dataclass

MARA, TOMAS, PRIYA, JONAS, AIKO = "Mara Lindqvist", "Tomás Ferreira", "Priya Raman", "Jonas Weber", "Aiko Tanabe"

CORE = "netra_backend.app.websocket_core."
CORE_FOLDER = "netra_backend/app/websocket_core/"


@dataclass(frozen=True)
class Day:
    """One working day: who committed last, what happened, and how the golden path stood in the evening."""

    date: str
    author: str
    subject: str
    steps: tuple = ()
    failing: int = 6
    # p95 and median latency in ms, users at once, memory growth in MB, the five events of 250
    metrics: tuple = (86, 32, 260, 28, (250, 250, 250, 250, 250))


def _calm(failing, p95, p50, users, memory):
    return {"failing": failing, "metrics": (p95, p50, users, memory, (250, 250, 250, 250, 250))}


SPRINT_1 = (
    Day(
        "2025-09-16",
        MARA,
        "websocket_core: add ssot_manager, the one path to the manager",
        (("canonical",), ("fix", "manager-import", 3), ("shift", 4)),
        **_calm(6, 87, 32, 259, 29),
    ),
    Day(
        "2025-09-17",
        TOMAS,
        "event_validator, canonical_imports: one instance for each user context",
        (
            ("drop-paths", 2),
            ("fix", "singleton", 2),
            ("fix", "manager-import", 14),
            ("fix", "direct-instantiation", 2),
        ),
        **_calm(6, 85, 31, 260, 28),
    ),
    Day(
        "2025-09-18",
        PRIYA,
        "codemod: websocket_manager_factory -> ssot_manager",
        (("codemod", "manager-import", CORE + "websocket_manager_factory", 6), ("shift", 30)),
        **_calm(6, 84, 31, 262, 27),
    ),
    Day("2025-09-19", MARA, "docs: how to migrate an import", (("shift", 2),), **_calm(6, 86, 32, 261, 27)),
    Day(
        "2025-09-22",
        JONAS,
        "service_initialization_manager: no cls._instance",
        (
            ("drop-paths", 3),
            ("fix", "singleton", 5),
            ("fix", "factory-interface", 1),
            ("fix", "non-factory-creation", 4),
        ),
        **_calm(5, 83, 31, 262, 27),
    ),
    Day(
        "2025-09-23",
        AIKO,
        "Merge branch 'agents-e2e'",
        (
            ("add", "manager-import", 7),
            ("add", "direct-instantiation", 1),
            ("add", "interface-contract", 8),
            ("add", "scattered-configuration", 2),
            ("shift", 20),
        ),
        **_calm(6, 91, 34, 255, 31),
    ),
    Day(
        "2025-09-24",
        TOMAS,
        "routes: managers come from the factory",
        (
            ("drop-paths", 2),
            ("fix", "direct-instantiation", 5),
            ("codemod", "manager-import", CORE + "unified_manager", 21),
        ),
        **_calm(5, 86, 32, 262, 28),
    ),
    Day(
        "2025-09-25",
        PRIYA,
        "codemod: websocket_core.manager -> ssot_manager",
        (("codemod", "manager-import", CORE + "manager", 9), ("shift", 18)),
        **_calm(5, 82, 30, 264, 26),
    ),
    Day(
        "2025-09-26",
        JONAS,
        "migration_adapter: build through WebSocketFactory",
        (
            ("drop-paths", 4),
            ("fix", "direct-instantiation", 5),
            ("fix", "factory-interface", 2),
            ("fix", "manager-import", 22),
            ("rename", CORE_FOLDER + "migration_adapter.py", CORE_FOLDER + "adapter.py"),
        ),
        **_calm(5, 81, 30, 266, 26),
    ),
)

SPRINT_2 = (
    Day(
        "2025-09-29",
        MARA,
        'Revert "codemod: websocket_core.manager -> ssot_manager" in tests/e2e',
        (("return", "manager-import", 11), ("fix", "manager-import", 9), ("fix", "interface-contract", 12)),
        **_calm(5, 83, 31, 264, 27),
    ),
    Day(
        "2025-09-30",
        AIKO,
        "Merge branch 'async-fixtures' (half of it)",
        (("unparsed", 64), ("merge", 4), ("fix", "manager-import", 10)),
        failing=7,
        metrics=(93, 35, 254, 33, (250, 249, 250, 250, 250)),
    ),
    Day(
        "2025-10-01",
        TOMAS,
        "async fixtures: the other half; events go through a queue",
        (("parsed",), ("fix", "direct-instantiation", 4), ("fix", "manager-import", 12)),
        failing=9,
        metrics=(128, 49, 214, 61, (250, 241, 236, 229, 250)),
    ),
    Day(
        "2025-10-02",
        JONAS,
        "event queue: one for each connection, drained on close",
        (("drop-paths", 1), ("fix", "factory-interface", 1), ("fix", "manager-import", 8), ("merge", 6)),
        failing=6,
        metrics=(97, 37, 251, 38, (250, 250, 248, 250, 250)),
    ),
    Day(
        "2025-10-03",
        PRIYA,
        "imports: the last paths to the manager but ssot_manager",
        (("fix", "manager-import", 400), ("fix", "direct-instantiation", 2), ("shift", 25)),
        **_calm(4, 79, 29, 271, 25),
    ),
    Day(
        "2025-10-06",
        MARA,
        "paydown: addresses in scripts count as well",
        (("epoch", "hard-coded-dependency", 9), ("fix", "interface-contract", 40)),
        **_calm(4, 80, 29, 270, 25),
    ),
    Day(
        "2025-10-07",
        PRIYA,
        "tests: one home for the WebSocket mocks",
        (("merge-class", "MockWebSocketConnection"), ("merge-class", "MockWebSocket"), ("merge", 12), ("shift", 40)),
        **_calm(4, 78, 29, 272, 24),
    ),
    Day(
        "2025-10-08",
        AIKO,
        "mocks: inherit the manager's contract",
        (("fix", "interface-contract", 236), ("fix", "scattered-configuration", 12)),
        **_calm(4, 77, 29, 272, 24),
    ),
    Day("2025-10-09", TOMAS, "ci: cache the staging images", (), **_calm(4, 79, 30, 270, 25)),
    Day(
        "2025-10-10",
        JONAS,
        "settings: timeouts live in websocket_settings",
        (("fix", "scattered-configuration", 22), ("merge", 34), ("fix", "interface-contract", 118)),
        **_calm(3, 76, 28, 274, 23),
    ),
)

SPRINT_3 = (
    Day(
        "2025-10-13",
        MARA,
        "types: WebSocketMessage, WebSocketState, WebSocketError have one definition",
        (("merge", 21), ("fix", "non-factory-creation", 11)),
        **_calm(3, 75, 28, 276, 23),
    ),
    Day(
        "2025-10-14",
        TOMAS,
        "codemod: unified_websocket_auth -> auth_integration",
        (("codemod", "non-ssot-auth-import", CORE + "unified_websocket_auth", 8), ("shift", 35)),
        **_calm(3, 76, 28, 275, 23),
    ),
    Day(
        "2025-10-15",
        AIKO,
        "e2e: new staging client",
        (("add", "deprecated-import", 3), ("add", "non-ssot-auth-import", 4), ("fix", "interface-contract", 90)),
        **_calm(4, 80, 30, 270, 25),
    ),
    Day(
        "2025-10-16",
        PRIYA,
        "delete websocket_core.manager and what only it needed",
        (
            ("codemod", "deprecated-import", CORE + "manager", 0),
            ("fix", "deprecated-import", 20),
            ("delete", CORE_FOLDER + "canonical_imports.py"),
            ("merge", 16),
        ),
        **_calm(3, 75, 28, 276, 23),
    ),
    Day("2025-10-17", JONAS, "bump fastapi", (("shift", 3),), **_calm(2, 74, 28, 277, 23)),
    Day(
        "2025-10-20",
        MARA,
        "staging: service account for the golden path",
        (("fix", "interface-contract", 70), ("fix", "scattered-configuration", 18), ("fix", "shared-state", 6)),
        **_calm(1, 73, 27, 278, 22),
    ),
    Day(
        "2025-10-21",
        TOMAS,
        "auth: websocket_core.auth is gone",
        (("fix", "non-ssot-auth-import", 44), ("fix", "deprecated-import", 14), ("fix", "hard-coded-dependency", 8)),
        **_calm(1, 72, 27, 279, 22),
    ),
    Day(
        "2025-10-22",
        AIKO,
        "Merge branch 'hotfix-reconnect'",
        (("return", "scattered-configuration", 3), ("add", "hard-coded-dependency", 1), ("merge", 19)),
        **_calm(2, 77, 29, 275, 24),
    ),
    Day(
        "2025-10-23",
        PRIYA,
        "cors: one module",
        (
            ("fix", "cors-import", 2),
            ("fix", "non-ssot-auth-import", 21),
            ("fix", "non-factory-creation", 22),
            ("merge", 10),
        ),
        **_calm(1, 72, 27, 280, 22),
    ),
    Day(
        "2025-10-24",
        JONAS,
        "legacy: what is left of the old websocket package",
        (
            ("fix", "deprecated-import", 400),
            ("fix", "interface-contract", 400),
            ("fix", "scattered-configuration", 13),
            ("fix", "hard-coded-dependency", 10),
            ("fix", "non-ssot-auth-import", 18),
            ("fix", "non-factory-creation", 4),
            ("fix", "shared-state", 5),
        ),
        **_calm(0, 71, 27, 281, 22),
    ),
)

DAYS = SPRINT_1 + SPRINT_2 + SPRINT_3
