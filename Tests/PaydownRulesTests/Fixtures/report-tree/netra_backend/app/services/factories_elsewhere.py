"""A websocket manager factory outside the second and the third suite's folders: nothing here counts there."""


class WebSocketManager:
    websocket_state = {}
    _instance = None

    def make(self):
        print("127.0.0.1")
        return WebSocketManager()
