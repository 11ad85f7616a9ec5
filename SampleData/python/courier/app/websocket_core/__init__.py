"""Connections and what is sent over them.

Old names are still handed out here, each from where it happened to live when somebody needed it.
"""

from courier.app.websocket_core.manager import WebSocketManager
from courier.app.websocket_core.unified_manager import UnifiedWebSocketManager
from courier.app.websocket_core.connection_manager import WebSocketConnectionManager, get_websocket_manager

__all__ = ["UnifiedWebSocketManager", "WebSocketConnectionManager", "WebSocketManager", "default_manager"]


def default_manager(settings):
    """A manager for callers that have no user at hand."""
    return WebSocketManager(settings, user_id="anonymous")
