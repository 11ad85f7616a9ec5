"""Settings and managers for tests, each built by hand: the factory asks for more than tests want to give."""

from courier.app.config import Settings
from courier.app.websocket_core.connection_manager import WebSocketConnectionManager
from courier.app.websocket_core.unified_manager import UnifiedWebSocketManager


class WebSocketTestFactory:
    """A factory for tests that lacks what the contract asks for."""

    def __init__(self):
        self.settings = Settings(token_secret="for tests")

    def create_websocket_manager(self, user_id):
        return UnifiedWebSocketManager(self.settings, user_id)

    def shared(self):
        return WebSocketConnectionManager(self.settings, user_id="everybody")
