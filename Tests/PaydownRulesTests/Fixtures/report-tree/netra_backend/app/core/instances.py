"""Direct instantiation, singletons, addresses: websocket, factory."""
one = WebSocketManager()
two = UnifiedWebSocketManager(one); three = WebSocketManager(two)
four = WebSocketConnectionManager(WebSocketEventManager(1))
five = websocketmanager()
def WebSocketManager(): pass
class WebSocketManager(object): pass
six = WebSocketManager ()
seven = "WebSocketManager("  # a string and a comment count: WebSocketEventManager(
undef = WebSocketManager()
klass = WebSocketManager()  # the class of it
_instance = None
_websocket_instance = None; _websocket_manager_instance = None
_instance: object = None
_instance  = None
cls._instance = cls._instance
def get_instance(cls):
    if not hasattr(cls, '_instance'):
        cls._instance = 1
    if not hasattr(cls, "_instance"):
        pass
    return cls._instance
HOSTS = ["localhost:8000", "127.0.0.1", "redis://localhost", "postgresql://me@here", "127.0.0.1"]
PORT = "LOCALHOST:8000"
