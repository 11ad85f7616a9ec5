"""Notifications: what is told to a user who is not looking, over any WebSocket the user has open."""

from courier.app.core.events import WebSocketEvent
from courier.app.services.websocket_manager import WebSocketManager


class NotificationService:
    """Tells users things, now or when they come back."""

    def __init__(self, settings):
        self.settings = settings
        self.waiting = {}

    async def notify(self, user_id, text):
        """Whether the user was there to see it."""
        manager = self._manager_of(user_id)
        event = WebSocketEvent("agent_completed", user_id, {"text": text})
        if await manager.send_event(event):
            return True
        self.waiting.setdefault(user_id, []).append(event)
        return False

    def _manager_of(self, user_id):
        # The import stands here because the module above imports this one in some order of start-up.
        from courier.app.websocket_core.factory import LegacyWebSocketFactory

        return LegacyWebSocketFactory(self.settings).create_manager(user_id) or WebSocketManager(self.settings, user_id)
