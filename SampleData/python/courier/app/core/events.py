"""The five events that a user sees while an agent works, and a log of those that were sent over a WebSocket."""

from collections import deque
from dataclasses import dataclass, field

EVENTS = ("agent_started", "agent_thinking", "tool_executing", "tool_completed", "agent_completed")


@dataclass(frozen=True)
class WebSocketEvent:
    """One event on its way to one user."""

    name: str
    user_id: str
    event_data: dict = field(default_factory=dict)
    timestamp: float = 0.0

    def as_payload(self) -> dict:
        """The event as it goes over the wire."""
        return {"type": self.name, "user": self.user_id, "data": self.event_data, "at": self.timestamp}


class EventLog:
    """The latest events, oldest first."""

    def __init__(self, limit: int) -> None:
        self._events: deque[WebSocketEvent] = deque(maxlen=limit)

    def record(self, event: WebSocketEvent) -> None:
        self._events.append(event)

    def of_user(self, user_id: str) -> list[WebSocketEvent]:
        return [event for event in self._events if event.user_id == user_id]

    def __len__(self) -> int:
        return len(self._events)
