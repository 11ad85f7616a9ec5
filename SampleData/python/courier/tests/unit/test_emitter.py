"""Emitting events over a WebSocket, each once."""

import unittest

from courier.app.core.clock import SteppingClock
from courier.app.websocket_core.emitter import WebSocketEmitter, WebSocketEmitterFactory
from courier.test_support.fakes import MockWebSocketManager


class MockWebSocket:
    """A transport that counts bytes."""

    LIMIT = 1_024

    def __init__(self):
        self.bytes = 0

    async def send(self, payload):
        self.bytes += len(str(payload))

    async def close(self, code=1000):
        self.bytes = 0


class WebSocketEmitterTests(unittest.IsolatedAsyncioTestCase):
    async def test_an_unknown_event_is_refused(self):
        emitter = WebSocketEmitter(MockWebSocketManager(), "ada", SteppingClock())

        with self.assertRaises(ValueError):
            await emitter.emit("agent_vanished")
        self.assertFalse(await emitter.emit_quietly("agent_vanished"))

    async def test_the_factory_builds_an_emitter_for_a_user(self):
        emitter = WebSocketEmitterFactory(MockWebSocketManager("grace")).emitter("grace")

        self.assertTrue(await emitter.emit("agent_started"))
