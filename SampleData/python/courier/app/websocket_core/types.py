"""What goes over a WebSocket, and in which state it can be."""

import enum
from dataclasses import dataclass


class WebSocketState(enum.Enum):
    """The life of a connection."""

    CONNECTING = "connecting"
    CONNECTED = "connected"
    CLOSING = "closing"
    CLOSED = "closed"

    @property
    def is_open(self) -> bool:
        return self is WebSocketState.CONNECTED

    def may_follow(self, earlier: "WebSocketState") -> bool:
        order = list(WebSocketState)
        return order.index(self) > order.index(earlier)


@dataclass(frozen=True)
class WebSocketMessage:
    """One message; `payload` is what JSON can say."""

    kind: str
    payload: dict
    sequence: int = 0

    def is_control(self) -> bool:
        return self.kind in {"ping", "pong", "close"}

    def size(self) -> int:
        return len(str(self.payload))
