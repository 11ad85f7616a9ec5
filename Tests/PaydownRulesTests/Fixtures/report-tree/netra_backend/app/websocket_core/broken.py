"""CPython cannot parse this websocket manager; text counts all the same."""
from netra_backend.app.websocket_core.manager import gone


class WebSocketMessage:
    websocket_state = 1


value = WebSocketManager(
_instance = None
print "websocket_host"
try:
    shared_websocket_state
except:
    agent_started
