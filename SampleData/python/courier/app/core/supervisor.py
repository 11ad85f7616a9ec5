"""Starts agents and tells their users what they do, over the user's WebSocket connections."""

from typing import TYPE_CHECKING

from courier.app.core.events import EVENTS, WebSocketEvent

if TYPE_CHECKING:
    from courier.app.websocket_core.unified_manager import UnifiedWebSocketManager


class Supervisor:
    """Runs one agent for one user."""

    websocket_events = EVENTS

    def __init__(self, manager: "UnifiedWebSocketManager", user_id: str) -> None:
        self.manager = manager
        self.user_id = user_id

    async def run(self, question: str) -> str:
        """The agent's answer; its user sees every step."""
        answer = question.strip().capitalize()
        for number, name in enumerate(self.websocket_events):
            event = WebSocketEvent(name, self.user_id, {"step": number}, float(number))
            await self.manager.send_event(event)
        return answer
