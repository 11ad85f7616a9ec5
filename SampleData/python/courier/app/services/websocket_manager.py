"""Kept for old imports of the WebSocket manager."""

from courier.app.websocket_core.unified_manager import *  # noqa: F403
from courier.app.websocket_core.unified_manager import UnifiedWebSocketManager as WebSocketManager

__all__ = ["WebSocketManager"]
