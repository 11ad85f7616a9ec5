"""Shared state of all forms; the websocket, and a manager."""

global_websocket_instance = 1
websocket_at_module = 2


class Kind:
    WEBSOCKET_SETUP = "setup"
    first_websocket = second = last_WebSocket = {}
    websocket_a, websocket_b = 1, 2
    websocket_annotated: int = 3
    websocket_declared: int
    websocket_augmented += 4
    Kind.websocket_attribute = 5
    websocket_item[0] = 6
    [websocket_list] = [7]
    (websocket_in_parentheses) = 8
    if True:
        websocket_in_if = 9
    other = (websocket_walrus := 10)
    websocket_after \
        = 11; websocket_same_line = 12

    def method(self):
        global websocket_manager
        websocket_local = 13

    class Inner:
        websocket_inner = 14


def function():
    class Local:
        websocket_in_local = 15
