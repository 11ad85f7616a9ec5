"""The one WebSocket manager: connections of one user, and delivery to them."""

from courier.app.config import Settings
from courier.app.core.events import EventLog, WebSocketEvent


class WebSocketManager:
    """All connections of one user."""

    def __init__(self, settings: Settings, user_id: str, log: EventLog | None = None) -> None:
        self.settings = settings
        self.user_id = user_id
        self.log = log or EventLog(limit=settings.log_limit)
        self.connections: dict[str, object] = {}

    def handle_connection(self, connection_id: str, transport) -> None:
        self.connections[connection_id] = transport

    def handle_disconnection(self, connection_id: str) -> None:
        self.connections.pop(connection_id, None)

    def broadcast_event(self, event: WebSocketEvent) -> int:
        """Puts the event into the outbox of every connection; returns how many there are."""
        for transport in self.connections.values():
            transport.post(event.as_payload())
        self.log.record(event)
        return len(self.connections)

    async def send_event(self, event: WebSocketEvent) -> int:
        """Delivers the event to every connection of its user and waits until it is out."""
        if event.user_id != self.user_id:
            raise PermissionError(f"event of {event.user_id!r} on the manager of {self.user_id!r}")
        for transport in list(self.connections.values()):
            await transport.send(event.as_payload())
        self.log.record(event)
        return len(self.connections)
