"""Factories of websockets, whole and not."""


class WebSocketFactory:
    def create_websocket_manager(self): ...
    def create_auth_handler(self): ...
    def create_cors_handler(self): ...


class FACTORYofWebSockets:
    def create_websocket_manager(self): ...
    async def create_auth_handler(self): ...
    @staticmethod
    def create_cors_handler(): ...


class WebSocketFactoryChild(WebSocketFactory):
    if True:
        def create_websocket_manager(self): ...
    create_auth_handler = None

    class Nested:
        def create_cors_handler(self): ...


class SocketFactory:
    pass


def outer():
    class InnerWebsocketFactory:
        create_manager = lambda self: None
