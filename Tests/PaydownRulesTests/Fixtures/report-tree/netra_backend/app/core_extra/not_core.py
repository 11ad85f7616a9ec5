"""A folder whose name only begins like one of the scope: websocket manager."""
manager = WebSocketManager()
except_ = "except:"
