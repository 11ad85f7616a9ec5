"""Earlier states of the sample service, each as edits that lead back from the next newer one.

They never existed: they are made up so that there is a past to look at, and marked as illustrative.
"""

from dataclasses import dataclass

MANAGER = "courier.app.websocket_core.manager"
CORE = "courier/app/websocket_core/"


@dataclass(frozen=True)
class State:
    """One moment: when, who, what the commit said; `back` are the edits from the next newer state to this one."""

    moment: str
    author: str
    subject: str
    passing: tuple
    metrics: tuple
    back: tuple = ()


# Newest first. Edits: ("replace", path, now, then), ("insert", path, line, text), ("add", path, text),
# ("move", path now, path then), ("remove", path).
STATES = (
    State(
        "2025-10-06T17:20:00+02:00",
        "Noor Haddad",
        "health, digest: no addresses, no manager",
        passing=(5, 1, 1),
        metrics=(41, 12, 64, 3, (50, 50, 50, 50, 50)),
    ),
    State(
        "2025-10-02T16:45:00+02:00",
        "Ilse Bakker",
        "routes: read messages by the protocol",
        passing=(5, 1, 1),
        metrics=(43, 13, 64, 3, (50, 50, 50, 50, 50)),
        back=(
            ("insert", "courier/app/services/digest.py", 4, f"from {MANAGER} import WebSocketManager\n"),
            (
                "replace",
                "courier/app/core/health.py",
                'PROBE_HOST = "127.0.0.1"',
                'PROBE_HOST = "127.0.0.1"\nUPSTREAM = "http://localhost:8000"',
            ),
            ("insert", "courier/tests/unit/test_factory.py", 6, f"from {MANAGER} import LegacyWebSocketManager\n"),
        ),
    ),
    State(
        "2025-09-29T17:05:00+02:00",
        "Noor Haddad",
        "stored messages move to models",
        passing=(4, 2, 1),
        metrics=(58, 19, 52, 7, (50, 50, 49, 50, 50)),
        back=(
            # Returned: the old CORS import was gone on this day and came back with the next commit.
            (
                "replace",
                "courier/app/routes/admin.py",
                "try:\n    from courier.app.core.websocket_cors import WebSocketCorsHandler\nexcept ImportError:\n"
                "    from courier.app.middleware.websocket_cors import WebSocketCorsHandler\n",
                "from courier.app.middleware.websocket_cors import WebSocketCorsHandler\n",
            ),
            ("insert", CORE + "emitter.py", 5, f"from {MANAGER} import WebSocketManager\n"),
            (
                "replace",
                CORE + "emitter.py",
                '    """Sends events of one run, each at most once."""\n',
                '    """Sends events of one run, each at most once."""\n\n'
                "    _instance = None\n    websocket_outbox = []\n",
            ),
        ),
    ),
    State(
        "2025-09-22T17:30:00+02:00",
        "Tariq Aziz",
        "presence: any manager will do",
        passing=(4, 2, 1),
        metrics=(66, 21, 48, 9, (50, 49, 49, 50, 50)),
        back=(
            # Here the import of the old CORS module is back in time: present, then gone, then present again.
            (
                "replace",
                "courier/app/routes/admin.py",
                "from courier.app.middleware.websocket_cors import WebSocketCorsHandler\n",
                "try:\n    from courier.app.core.websocket_cors import WebSocketCorsHandler\nexcept ImportError:\n"
                "    from courier.app.middleware.websocket_cors import WebSocketCorsHandler\n",
            ),
            ("move", "courier/app/models/stored_message.py", "courier/app/core/stored_message.py"),
            (
                "replace",
                "courier/tests/unit/test_messages.py",
                "courier.app.models.stored_message",
                "courier.app.core.stored_message",
            ),
            (
                "add",
                "courier/app/core/websocket_session.py",
                '"""Sessions over a WebSocket, before they were stored."""\n\n\n'
                "class WebSocketSession:\n"
                '    """One session, in memory."""\n\n'
                "    def __init__(self, user_id, opened_at):\n"
                "        self.user_id = user_id\n"
                "        self.opened_at = opened_at\n\n"
                "    def close(self, now):\n"
                "        return now - self.opened_at\n",
            ),
        ),
    ),
    State(
        "2025-09-15T16:10:00+02:00",
        "Ilse Bakker",
        "tests: a mock for every file",
        passing=(3, 3, 1),
        metrics=(72, 24, 40, 11, (50, 48, 49, 49, 50)),
        back=(
            (
                "add",
                "courier/tests/unit/test_supervisor.py",
                '"""The supervisor, with a WebSocket of its own."""\n\n'
                "import unittest\n\n"
                f"from {MANAGER} import WebSocketManager\n\n\n"
                "class MockWebSocket:\n"
                '    """A transport that forgets."""\n\n'
                "    def post(self, payload):\n"
                "        pass\n\n\n"
                "class WebSocketSupervisorTests(unittest.TestCase):\n"
                "    def test_nothing_yet(self):\n"
                "        self.assertTrue(WebSocketManager)\n",
            ),
            # A file that did not parse then: what it holds was not seen on this day.
            ("replace", "courier/app/routes/admin.py", "def figures(self):", "def figures(self:"),
            ("insert", "courier/app/main.py", 2, "import courier.app.websocket_core.unified_manager as sockets\n"),
        ),
    ),
)


def sources_of_all(newest):
    """The files of every state, oldest first, as (state, path -> text)."""
    result, files = [], dict(newest)
    for state in STATES:
        for edit in state.back:
            files = _edited(files, *edit)
        result.append((state, files))
    return result[::-1]


def _edited(files, kind, path, *arguments):
    files = dict(files)
    if kind == "add":
        files[path] = arguments[0]
    elif kind == "remove":
        del files[path]
    elif kind == "move":
        files[arguments[0]] = files.pop(path)
    elif kind == "insert":
        line, text = arguments
        lines = files[path].splitlines(keepends=True)
        files[path] = "".join(lines[:line] + [text] + lines[line:])
    elif kind == "replace":
        now, then = arguments
        if now not in files[path]:
            raise ValueError(f"{path} does not contain {now!r}; the edits of python_states are stale")
        files[path] = files[path].replace(now, then)
    else:
        raise ValueError(f"no edit named {kind!r}")
    return files
