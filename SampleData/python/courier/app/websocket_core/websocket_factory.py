"""Where managers, and what they need, come from: one of each for one user."""

from courier.app.auth.websocket_auth import WebSocketAuthHandler
from courier.app.config import Settings
from courier.app.core.clock import system_clock
from courier.app.core.events import EventLog
from courier.app.middleware.websocket_cors import WebSocketCorsHandler
from courier.app.websocket_core.ssot_manager import WebSocketManager


class WebSocketFactory:
    """Builds the parts of a connection and remembers nothing but the managers."""

    def __init__(self, settings: Settings, log: EventLog, clock=system_clock) -> None:
        self.settings = settings
        self.log = log
        self.clock = clock
        self.managers: dict[str, WebSocketManager] = {}

    def create_manager(self, user_id: str) -> WebSocketManager:
        """The manager of a user: the same one for all of the user's connections."""
        if user_id not in self.managers:
            self.managers[user_id] = WebSocketManager(self.settings, user_id, self.log)
        return self.managers[user_id]

    def create_websocket_manager(self, user_id: str) -> WebSocketManager:
        return self.create_manager(user_id)

    def create_auth_handler(self) -> WebSocketAuthHandler:
        return WebSocketAuthHandler(self.settings.token_secret, self.clock)

    def create_cors_handler(self) -> WebSocketCorsHandler:
        return WebSocketCorsHandler(self.settings.cors_origins)
