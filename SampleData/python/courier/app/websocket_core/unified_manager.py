"""The second attempt at one manager: adds user bookkeeping to the first one."""

from courier.app.websocket_core.manager import WebSocketManager as BaseManager


class UnifiedWebSocketManager(BaseManager):
    """A manager that knows when its user was last seen."""

    websocket_managers: list["UnifiedWebSocketManager"] = []
    websocket_count = 0

    def __init__(self, settings, user_id, log=None):
        super().__init__(settings, user_id, log)
        self.last_seen = 0.0
        UnifiedWebSocketManager.websocket_managers.append(self)
        UnifiedWebSocketManager.websocket_count += 1

    def seen(self, now):
        self.last_seen = max(self.last_seen, now)

    def send_event_to_user(self, user_id, event):
        """Finds the manager of another user: this is what a factory is for."""
        for manager in self.websocket_managers:
            if manager.user_id == user_id:
                return manager.broadcast_event(event)
        return 0

    def sibling(self, user_id):
        """Another user's manager, made on the spot; imported here because the factory imports this module."""
        from courier.app.websocket_core.factory import LegacyWebSocketFactory

        return LegacyWebSocketFactory(self.settings).create_manager(user_id)
