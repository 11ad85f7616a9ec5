"""Messages over a WebSocket: three classes by one name."""

import unittest

from courier.app.models.stored_message import WebSocketMessage as StoredMessage
from courier.app.websocket_core.protocol import WebSocketMessage as ParsedMessage
from courier.app.websocket_core.types import WebSocketMessage


class WebSocketMessage_Tests(unittest.TestCase):
    def test_a_message_survives_its_text(self):
        message = ParsedMessage("chat", {"text": "Grüße"}, 7)

        self.assertEqual(ParsedMessage.from_text(message.to_text()).payload, message.payload)

    def test_ping_is_control_except_when_stored(self):
        self.assertTrue(WebSocketMessage("ping", {}).is_control())
        self.assertFalse(StoredMessage("ping", {}).is_control())
