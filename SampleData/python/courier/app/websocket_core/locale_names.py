"""Größen und Grüße: names in other alphabets, as the WebSocket layer of the first office wrote them."""

from courier.app.websocket_core.ssot_manager import WebSocketManager

größe, früher = 64, "Grüße"


class ΣWebSocketZähler:
    """Counts messages by kind."""

    websocket_zähler = {}
    websocket_ﬁlter = ()

    def zähle(self, kind):
        self.websocket_zähler[kind] = self.websocket_zähler.get(kind, 0) + 1

    def ﬁnden(self, kind):
        return self.websocket_zähler.get(kind, 0)


def öffne(settings):
    name = "мир"; manager = WebSocketManager(settings, user_id=name)  # 世界
    return manager
