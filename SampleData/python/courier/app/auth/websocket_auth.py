"""Authentication for WebSockets by its home: the token comes in the subprotocol, never in the address."""

from courier.app.auth.tokens import verify
from courier.app.core.websocket_errors import WebSocketAuthError

PREFIX = "courier.token."


class WebSocketAuthHandler:
    """Turns the subprotocols of a request into a user."""

    def __init__(self, secret: str, clock) -> None:
        self.secret = secret
        self.clock = clock

    def user_of(self, subprotocols: list[str]) -> str:
        for offered in subprotocols:
            if offered.startswith(PREFIX):
                return self._verified(offered.removeprefix(PREFIX))
        raise WebSocketAuthError("no token among the subprotocols")

    def _verified(self, token: str) -> str:
        try:
            return verify(token, self.clock(), self.secret)
        except ValueError as error:
            raise WebSocketAuthError(str(error)) from error
