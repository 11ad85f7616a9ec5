"""Not in test_framework/ssot, though it begins so; in test_framework it is. websocket create"""
from netra_backend.app.websocket_core import manager
from netra_backend.app.websocket_core.manager import two
_instance = None
