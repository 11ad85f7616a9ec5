"""Who is online, as several WebSocket managers see it."""

import unittest

from courier.app.config import Settings
from courier.app.services.presence import PresenceService
from courier.app.websocket_core import UnifiedWebSocketManager
from courier.test_support.fakes import MockWebSocket


class MockWebSocketManager:
    """A manager with connections and nothing else."""

    def __init__(self, user_id, connections):
        self.user_id = user_id
        self.connections = connections


class PresenceTests(unittest.TestCase):
    def test_only_users_with_a_connection_are_online(self):
        presence = PresenceService()
        presence.watch(MockWebSocketManager("ada", {"a": MockWebSocket()}))
        presence.watch(UnifiedWebSocketManager(Settings(), "grace"))

        self.assertEqual(presence.online(), ["ada"])
