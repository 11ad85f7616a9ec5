"""`/admin`: what operators may ask about WebSocket managers."""

try:
    from courier.app.core.websocket_cors import WebSocketCorsHandler
except ImportError:
    from courier.app.middleware.websocket_cors import WebSocketCorsHandler

from courier.app.websocket_core.connection_manager import get_websocket_manager
from courier.app.websocket_core.unified_manager import UnifiedWebSocketManager

UPSTREAM = "http://localhost:8000/metrics"
ARCHIVE = "postgresql://courier@archive/events"


class AdminRoutes:
    """Figures, and a way to reach everybody."""

    def __init__(self, factory, log):
        self.factory = factory
        self.log = log
        self.cors = WebSocketCorsHandler(factory.settings.cors_origins)
        self.announcer = UnifiedWebSocketManager(factory.settings, user_id="admin")

    def figures(self):
        managers = self.factory.managers.values()
        return {
            "users": len(self.factory.managers),
            "connections": sum(len(manager.connections) for manager in managers),
            "shared": len(get_websocket_manager().connections),
            "events": len(self.log),
        }

    def may_see(self, origin):
        return self.cors.allows(origin)
