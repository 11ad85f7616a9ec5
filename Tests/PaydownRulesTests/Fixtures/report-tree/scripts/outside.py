"""websocket manager, in no suite's folders"""
from netra_backend.app.websocket_core.manager import x
print("127.0.0.1")
