"""Deprecated: the factory of the first attempt; `websocket_factory` builds what is needed."""

from courier.app.websocket_core.unified_manager import UnifiedWebSocketManager


class LegacyWebSocketFactory:
    """Builds unified managers, and nothing else."""

    def __init__(self, settings):
        self.settings = settings

    def create_manager(self, user_id):
        return UnifiedWebSocketManager(self.settings, user_id)
