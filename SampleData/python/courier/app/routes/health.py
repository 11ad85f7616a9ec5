"""`/health`: what the load balancer asks about the WebSocket layer."""

from courier.app.core.health import open_connections


class HealthRoutes:
    """Answers with figures, never with a guess."""

    def __init__(self, log):
        self.log = log

    def get(self):
        return {"events": len(self.log), "connections": open_connections(), "manager": "shared"}
