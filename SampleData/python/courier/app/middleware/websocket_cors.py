"""Which pages may open a WebSocket: those that the settings name, and no other."""

from urllib.parse import urlsplit


class WebSocketCorsHandler:
    """Decides about origins for all connections."""

    def __init__(self, cors_origins: tuple[str, ...]) -> None:
        self.allowed = {_normal(origin) for origin in cors_origins}

    def allows(self, origin: str) -> bool:
        return _normal(origin) in self.allowed

    def explain(self, origin: str) -> str:
        """Why an origin is let in or not, for the log."""
        verdict = "is" if self.allows(origin) else "is not"
        return f"{origin} {verdict} one of {len(self.allowed)} allowed origins"


def _normal(origin: str) -> str:
    parts = urlsplit(origin)
    port = parts.port or {"http": 80, "https": 443}.get(parts.scheme, 0)
    return f"{parts.scheme}://{parts.hostname}:{port}"
