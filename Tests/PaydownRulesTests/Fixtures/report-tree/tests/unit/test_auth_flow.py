"""The component of this file is auth. websocket"""
from netra_backend.app.websocket_core.manager import a
from websocket.factories import b
import websocket.cors
import websocket.cors2
from websocket.nothing import c
from other.manager import d
