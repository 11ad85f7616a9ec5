"""Delivery over a WebSocket that fails now and then."""

import unittest

from courier.app.config import Settings
from courier.app.core.events import WebSocketEvent
from courier.app.services.delivery import DeliveryService
from courier.app.services.websocket_manager import WebSocketManager
from courier.test_support.fakes import MockWebSocket

WEBSOCKET_HOST = "127.0.0.1"
websocket_timeout = 5


class DeliveryTests(unittest.IsolatedAsyncioTestCase):
    async def test_two_failures_are_forgiven(self):
        manager = WebSocketManager(Settings(), "ada")
        manager.handle_connection("a", MockWebSocket(failures=2))

        self.assertTrue(await DeliveryService().deliver(manager, WebSocketEvent("agent_started", "ada")))

    async def test_three_are_not(self):
        service = DeliveryService()
        manager = WebSocketManager(Settings(), "ada")
        manager.handle_connection("a", MockWebSocket(failures=3))

        self.assertFalse(await service.deliver(manager, WebSocketEvent("agent_started", "ada")))
        print("lost", service.lost)
        self.assertEqual(service.lost, 1)
