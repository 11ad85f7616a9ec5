"""Contracts of WebSocket managers and factories; the words of the second suite are left out on purpose."""


class WebSocketManager:
    def send_event(self): ...
    async def handle_connection(self): ...
    def handle_disconnection(self): ...
    def broadcast_event(self): ...


class BaseWEBSOCKETMANAGERFactory:
    """A manager first, whatever else its name says."""
    def create_manager(self): ...


class WebSocketFactoryThing:
    def create_manager(self): ...
    def create_cors_handler(self): ...


class WebSocket_Manager:
    """Not the contract's word."""


class WebSocketConnection:
    class WebSocketMessage:
        pass
