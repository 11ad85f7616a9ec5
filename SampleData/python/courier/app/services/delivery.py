"""Delivery with retries: an event is lost only when its user is gone from every WebSocket."""

from __future__ import annotations

from typing import TYPE_CHECKING

from courier.app.core.retry import with_retries

if TYPE_CHECKING:
    from courier.app.core.events import WebSocketEvent
    from courier.app.websocket_core.manager import WebSocketManager

WEBSOCKET_TIMEOUT = 30


class DeliveryService:
    """Sends events, patiently."""

    def __init__(self, attempts: int = 3) -> None:
        self.attempts = attempts
        self.delivered = 0
        self.lost = 0

    async def deliver(self, manager: WebSocketManager, event: WebSocketEvent) -> bool:
        try:
            await with_retries(lambda: manager.send_event(event), self.attempts, first_delay=0.0)
        except ConnectionError:
            self.lost += 1
            return False
        self.delivered += 1
        return True
