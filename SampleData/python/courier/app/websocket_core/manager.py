"""Deprecated: import from `courier.app.websocket_core.ssot_manager`."""

import warnings

from courier.app.websocket_core.ssot_manager import *  # noqa: F403
from courier.app.websocket_core.ssot_manager import WebSocketManager

warnings.warn("courier.app.websocket_core.manager is deprecated", DeprecationWarning, stacklevel=2)

LegacyWebSocketManager = WebSocketManager
