"""Stand-ins for WebSockets and their manager."""

from courier.app.core.events import EventLog


class MockWebSocket:
    """A transport that keeps what it was given."""

    def __init__(self, failures: int = 0) -> None:
        self.failures = failures
        self.sent: list[dict] = []

    async def send(self, payload: dict) -> None:
        if self.failures:
            self.failures -= 1
            raise ConnectionError("the other side is gone")
        self.sent.append(payload)

    def post(self, payload: dict) -> None:
        self.sent.append(payload)


class MockWebSocketManager:
    """A manager that only counts."""

    def __init__(self, user_id: str = "ada") -> None:
        self.user_id = user_id
        self.log = EventLog(limit=100)
        self.events = []

    async def send_event(self, event) -> int:
        self.events.append(event)
        return 1


def create_manager_double(user_id: str = "ada") -> MockWebSocketManager:
    return MockWebSocketManager(user_id)
