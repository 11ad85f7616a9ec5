"""Puts the service together: settings, factory, routes."""

from courier.app.config import Settings, load_settings
from courier.app.core.events import EventLog
from courier.app.routes.admin import AdminRoutes
from courier.app.routes.health import HealthRoutes
from courier.app.routes.websocket import WebSocketRoutes
from courier.app.websocket_core.websocket_factory import WebSocketFactory


class Application:
    """Everything that lives as long as the process."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.log = EventLog(limit=settings.log_limit)
        self.factory = WebSocketFactory(settings, self.log)
        self.routes = {
            "/ws": WebSocketRoutes(self.factory),
            "/health": HealthRoutes(self.log),
            "/admin": AdminRoutes(self.factory, self.log),
        }

    def route(self, path: str) -> object:
        """The handler of a path; the longest prefix wins."""
        matching = [prefix for prefix in self.routes if path.startswith(prefix)]
        if not matching:
            raise LookupError(f"no route for {path!r}; there are {', '.join(sorted(self.routes))}")
        return self.routes[max(matching, key=len)]


def create_application() -> Application:
    """The application with the settings of the environment."""
    return Application(load_settings())
