"""The one place that reads the environment."""

import os
from dataclasses import dataclass


@dataclass(frozen=True)
class Settings:
    """What an operator may change; times in seconds."""

    websocket_host: str = "0.0.0.0"
    websocket_port: int = 8700
    websocket_timeout: float = 30.0
    cors_origins: tuple[str, ...] = ()
    token_secret: str = "change me"
    log_limit: int = 1_000


def load_settings(environment: dict[str, str] | None = None) -> Settings:
    """Settings from `COURIER_…` variables; what is not set keeps its default."""
    values = os.environ if environment is None else environment
    return Settings(
        websocket_host=values.get("COURIER_HOST", Settings.websocket_host),
        websocket_port=int(values.get("COURIER_PORT", Settings.websocket_port)),
        websocket_timeout=float(values.get("COURIER_TIMEOUT", Settings.websocket_timeout)),
        cors_origins=tuple(filter(None, values.get("COURIER_ORIGINS", "").split(","))),
        token_secret=values.get("COURIER_SECRET", Settings.token_secret),
        log_limit=int(values.get("COURIER_LOG_LIMIT", Settings.log_limit)),
    )
