"""`/ws`: a user comes in, stays, and goes."""

from courier.app.core.websocket_errors import WebSocketAuthError
from courier.app.websocket_core.manager import WebSocketManager
from courier.app.websocket_core.auth import WebSocketAuthHandler as AddressAuthHandler
from courier.app.websocket_core.protocol import WebSocketMessage


class WebSocketRoutes:
    """Handles the connections of all users."""

    def __init__(self, factory):
        self.factory = factory
        self.fallback = WebSocketManager(factory.settings, user_id="fallback")

    def connect(self, connection_id, transport, subprotocols, address=""):
        """The manager that the connection now belongs to."""
        user_id = self._user_of(subprotocols, address)
        manager = self.factory.create_manager(user_id)
        manager.handle_connection(connection_id, transport)
        return manager

    def receive(self, text):
        """A message from the user, or an error that says what is wrong with it."""
        return WebSocketMessage.from_text(text)

    def _user_of(self, subprotocols, address):
        try:
            return self.factory.create_auth_handler().user_of(subprotocols)
        except WebSocketAuthError:
            if not address:
                raise
            handler = AddressAuthHandler(self.factory.settings.token_secret)
            return handler.user_of(address, self.factory.clock())
