"""Both ways into a WebSocket: by subprotocol, and by address."""

import unittest

from courier.app.auth.tokens import sign
from courier.app.auth.websocket_auth import PREFIX, WebSocketAuthHandler
from courier.app.websocket_core import auth as address_auth
from courier.app.websocket_core.auth import WebSocketAuthError


class WebSocketAuthTests(unittest.TestCase):
    def test_a_signed_token_names_its_user(self):
        handler = WebSocketAuthHandler("s", clock=lambda: 10)

        self.assertEqual(handler.user_of(["json", PREFIX + sign("ada", 20, "s")]), "ada")

    def test_an_address_without_a_token_is_refused(self):
        with self.assertRaises(WebSocketAuthError):
            address_auth.WebSocketAuthHandler("s").user_of("wss://courier.example/ws", now=10)
