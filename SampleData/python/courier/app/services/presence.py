"""Who is online: asks whatever WebSocket manager it can get hold of."""

try:
    from courier.app.websocket_core.ssot_manager import WebSocketManager
except ImportError:
    from courier.app.websocket_core.manager import LegacyWebSocketManager as WebSocketManager

websocket_port = 8700


class PresenceService:
    """Knows the managers that it was told about."""

    def __init__(self):
        self.managers: list[WebSocketManager] = []

    def watch(self, manager):
        self.managers.append(manager)

    def online(self):
        return sorted({manager.user_id for manager in self.managers if manager.connections})
