"""Which pages may connect, by the old and by the new WebSocket CORS module."""

import unittest

from courier.app.core.websocket_cors import is_allowed
from courier.app.middleware.websocket_cors import WebSocketCorsHandler


class WebSocketCorsTests(unittest.TestCase):
    def test_the_new_one_normalises_ports(self):
        handler = WebSocketCorsHandler(("https://chat.example",))

        self.assertTrue(handler.allows("https://chat.example:443"))
        self.assertFalse(handler.allows("https://chat.example:444"))

    def test_the_old_one_lets_local_pages_in(self):
        self.assertTrue(is_allowed("http://127.0.0.1:8000"))
