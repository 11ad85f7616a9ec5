"""Notifications, to users who are there over a WebSocket and to users who are not."""

import unittest

from courier.app.config import Settings
from courier.app.services.notifications import NotificationService


class MockWebSocket:
    """A transport that nobody looks at."""

    async def send(self, payload):
        return None

    def post(self, payload):
        return None

    def is_open(self):
        return True


class NotificationTests(unittest.IsolatedAsyncioTestCase):
    async def test_a_user_without_a_connection_is_told_later(self):
        service = NotificationService(Settings())

        self.assertFalse(await service.notify("ada", "done"))
        self.assertEqual(len(service.waiting["ada"]), 1)

    def test_a_transport_is_open(self):
        self.assertTrue(MockWebSocket().is_open())
