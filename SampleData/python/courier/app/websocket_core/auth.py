"""Deprecated: authentication by a token in the WebSocket's address. `courier.app.auth.websocket_auth` is its home."""

from urllib.parse import parse_qs, urlsplit

from courier.app.auth.tokens import TokenError, verify


class WebSocketAuthError(Exception):
    """The token was missing or wrong; this one has no close code."""


class WebSocketAuthHandler:
    """Turns the address of a request into a user."""

    def __init__(self, secret):
        self.secret = secret

    def user_of(self, address, now):
        tokens = parse_qs(urlsplit(address).query).get("token", [])
        if not tokens:
            raise WebSocketAuthError("no token in the address")
        try:
            return verify(tokens[0], now, self.secret)
        except TokenError:
            raise WebSocketAuthError("token refused") from None
