"""A message as it is stored, beside the two that go over the WebSocket."""

from dataclasses import dataclass


@dataclass
class WebSocketMessage:
    """One stored message."""

    kind: str
    payload: dict
    user_id: str = ""
    stored_at: float = 0.0

    def is_control(self) -> bool:
        return False

    def age(self, now: float) -> float:
        return now - self.stored_at


@dataclass
class WebSocketSession:
    """From connecting to closing."""

    user_id: str
    opened_at: float
    closed_at: float | None = None

    def seconds(self, now: float) -> float:
        return (self.closed_at or now) - self.opened_at
