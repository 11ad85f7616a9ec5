"""Whether the WebSocket layer can be reached, for the load balancer."""

import socket

from courier.app.websocket_core.connection_manager import get_websocket_manager

PROBE_HOST = "127.0.0.1"


def is_listening(port: int, websocket_timeout: float = 2.0) -> bool:
    """Whether something accepts connections on the port of this machine."""
    try:
        with socket.create_connection((PROBE_HOST, port), timeout=websocket_timeout):
            return True
    except OSError:
        return False


def open_connections() -> int:
    """Connections of all users together."""
    return len(get_websocket_manager().connections)


def summary(port: int) -> dict:
    """What `/health` answers."""
    manager = get_websocket_manager()
    return {
        "listening": is_listening(port),
        "connections": len(manager.connections),
        "broker": "redis://localhost:6379/0",
    }
