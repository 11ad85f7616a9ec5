"""The WebSocket manager of one user."""

import unittest

from courier.app.config import Settings
from courier.app.core.events import WebSocketEvent
from courier.app.websocket_core.manager import WebSocketManager


class MockWebSocket:
    """A transport of this file's own."""

    def __init__(self):
        self.payloads = []

    async def send(self, payload):
        self.payloads.append(payload)

    def post(self, payload):
        self.payloads.append(payload)


class WebSocketManagerTests(unittest.IsolatedAsyncioTestCase):
    def setUp(self):
        self.manager = WebSocketManager(Settings(), "ada")

    async def test_an_event_reaches_every_connection(self):
        transports = [MockWebSocket(), MockWebSocket()]
        for number, transport in enumerate(transports):
            self.manager.handle_connection(str(number), transport)

        delivered = await self.manager.send_event(WebSocketEvent("agent_started", "ada"))

        self.assertEqual(delivered, 2)
        self.assertEqual([len(transport.payloads) for transport in transports], [1, 1])

    async def test_an_event_of_somebody_else_is_refused(self):
        with self.assertRaises(PermissionError):
            await self.manager.send_event(WebSocketEvent("agent_started", "grace"))

    def test_a_connection_that_is_gone_gets_nothing(self):
        transport = MockWebSocket()
        self.manager.handle_connection("a", transport)
        self.manager.handle_disconnection("a")

        self.assertEqual(self.manager.broadcast_event(WebSocketEvent("agent_started", "ada")), 0)
        self.assertEqual(transport.payloads, [])
