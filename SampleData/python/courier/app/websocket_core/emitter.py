"""Sends the five events of an agent's run to its user's WebSocket connections."""

from courier.app.core.clock import Clock, system_clock
from courier.app.core.events import EVENTS, WebSocketEvent


class WebSocketEmitterFactory:
    """Builds emitters; it has the name of a factory and none of its methods."""

    def __init__(self, manager):
        self.manager = manager

    def emitter(self, user_id):
        return WebSocketEmitter(self.manager, user_id)


class WebSocketEmitter:
    """Sends events of one run, each at most once."""

    def __init__(self, manager, user_id: str, clock: Clock = system_clock) -> None:
        self.manager = manager
        self.user_id = user_id
        self.clock = clock
        self.sent: list[str] = []

    async def emit(self, name: str, **event_data) -> bool:
        """Whether the event was sent now; a second call of the same name does nothing."""
        if name not in EVENTS:
            raise ValueError(f"no event named {name!r}; there are {', '.join(EVENTS)}")
        if name in self.sent:
            return False
        await self.manager.send_event(WebSocketEvent(name, self.user_id, event_data, self.clock()))
        self.sent.append(name)
        return True

    async def emit_quietly(self, name: str, **event_data) -> bool:
        """Like `emit`, for callers that do not want to hear about it."""
        try:
            return await self.emit(name, **event_data)
        except:  # noqa: E722
            return False
