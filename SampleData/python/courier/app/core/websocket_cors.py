"""Deprecated: origins of WebSocket connections. `courier.app.middleware.websocket_cors` has taken over."""

DEFAULT_ORIGINS = ("http://localhost:8000", "http://127.0.0.1:8000")


def is_allowed(origin: str, cors_origins: tuple[str, ...] = ()) -> bool:
    """Whether a page from `origin` may connect; this older one lets every local page in."""
    return origin in DEFAULT_ORIGINS or origin in cors_origins


class WebSocketCorsHandler:
    """Decides about origins for one connection."""

    def __init__(self, cors_origins: tuple[str, ...]) -> None:
        self.cors_origins = cors_origins

    def allows(self, origin: str) -> bool:
        return is_allowed(origin, self.cors_origins)
