"""Factories, new and old, for WebSocket managers."""

import unittest

from courier.app.config import Settings
from courier.app.core.events import EventLog
from courier.app.websocket_core.factory import LegacyWebSocketFactory
from courier.app.websocket_core.unified_manager import UnifiedWebSocketManager
from courier.app.websocket_core.websocket_factory import WebSocketFactory


class WebSocketFactoryTests(unittest.TestCase):
    def test_a_user_has_one_manager(self):
        factory = WebSocketFactory(Settings(), EventLog(10))

        self.assertIs(factory.create_manager("ada"), factory.create_manager("ada"))
        self.assertIsNot(factory.create_manager("ada"), factory.create_manager("grace"))

    def test_the_old_factory_builds_unified_managers(self):
        manager = LegacyWebSocketFactory(Settings()).create_manager("ada")

        self.assertIsInstance(manager, UnifiedWebSocketManager)
