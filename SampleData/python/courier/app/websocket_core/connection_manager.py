"""One manager for the whole process, from the time when there was one user."""

from courier.app.config import load_settings
from courier.app.websocket_core.ssot_manager import WebSocketManager

_websocket_manager_instance = None


class WebSocketConnectionManager(WebSocketManager):
    """Keeps itself as the only one of its kind."""

    _instance = None
    websocket_registry = {}

    def __new__(cls, *arguments, **options):
        if cls._instance is None:
            cls._instance = super().__new__(cls)
        return cls._instance

    def handle_connection(self, connection_id, transport):
        self.websocket_registry[connection_id] = transport
        super().handle_connection(connection_id, transport)


def get_websocket_manager():
    """The manager of everybody."""
    global _websocket_manager_instance
    if _websocket_manager_instance is None:
        _websocket_manager_instance = WebSocketConnectionManager(load_settings(), user_id="everybody")
    return _websocket_manager_instance
