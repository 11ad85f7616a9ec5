"""Tests that name modules in strings: they break when the module goes, and no import says so."""

import importlib
import unittest
from unittest.mock import patch

from courier.app.core import health


class PatchingTests(unittest.TestCase):
    def test_health_counts_the_connections_of_the_shared_manager(self):
        with patch("courier.app.core.health.get_websocket_manager") as getter:
            getter.return_value.connections = {"a": 1, "b": 2}

            self.assertEqual(health.open_connections(), 2)

    @patch("courier.app.websocket_core.manager.WebSocketManager")
    def test_the_deprecated_module_can_be_patched(self, manager):
        module = importlib.import_module("courier.app.websocket_core.manager")

        self.assertIs(module.WebSocketManager, manager)
