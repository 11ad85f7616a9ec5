"""Its path mentions a test: no address counts. websocket, create."""
import tests.websocket_factory.auth
from tests.websocket_factory import manager

host = "127.0.0.1"


class WebSocketMessage:
    WEBSOCKET_CLASS_STATE = 1


class WebSocketConnection:
    pass
