"""The protocol, version 1: written before `types`, and not yet folded into it."""

import enum
import json

from courier.app.core.websocket_errors import WebSocketMessageError


class WebSocketState(enum.Enum):
    """The life of a connection, with the state that `types` lost."""

    CONNECTING = "connecting"
    AUTHENTICATED = "authenticated"
    CONNECTED = "connected"
    CLOSED = "closed"

    @property
    def is_open(self):
        return self in (WebSocketState.AUTHENTICATED, WebSocketState.CONNECTED)


class WebSocketMessage:
    """One message, parsed from its text."""

    VERSION = 1

    def __init__(self, kind, payload, sequence=0):
        self.kind = kind
        self.payload = payload
        self.sequence = sequence

    @classmethod
    def from_text(cls, text):
        try:
            values = json.loads(text)
            return cls(values["kind"], values.get("payload", {}), values.get("sequence", 0))
        except (KeyError, ValueError) as error:
            raise WebSocketMessageError(f"not a message: {error}") from error

    def to_text(self):
        return json.dumps({"kind": self.kind, "payload": self.payload, "sequence": self.sequence})

    def is_control(self):
        return self.kind in ("ping", "pong", "close")
