"""Errors of the WebSocket layer, as the routes see them."""


class WebSocketError(Exception):
    """Something went wrong on a connection."""

    code = 1011

    def __init__(self, message: str, connection_id: str = "") -> None:
        super().__init__(message)
        self.connection_id = connection_id

    def close_code(self) -> int:
        return self.code


class WebSocketAuthError(WebSocketError):
    """The token was missing, wrong or too old."""

    code = 4401


class WebSocketMessageError(WebSocketError):
    """The message was not what the protocol says."""

    code = 1003
