"""Mentions the websocket and none of the three words of the second suite: nothing of that suite counts."""
_instance = None
cls._instance = 1
host = "127.0.0.1"


class WebSocketMessage:
    websocket_state = 1
