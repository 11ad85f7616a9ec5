"""Imports in every form; this file is in the first suite's scope only, and mentions WebSocket once here."""
import netra_backend.app.websocket_core.manager
import netra_backend.app.websocket_core.manager_tools as tools, os, netra_backend.app.core.websocket_cors
from netra_backend.app.websocket_core.factory import (
    one,
    two as three,
)
from netra_backend.app.websocket_core.auth_remediation import *
from netra_backend.app.websocket_core.auth.tokens import token
from netra_backend.app.websocket_core.ssot_manager import Manager
from netra_backend.app.WebSocket_core.Manager import Manager
from . import websocket_manager
from .websocket_manager import start
from ..auth_integration.auth import websocket_user
from auth_integration.auth.websocket import user
from auth_service.auth_core.websocket import user
from websocket_auth_core.core.jwt_handler import user
import websocket.auth.cors.manager


def late():
    try:
        from services.websocket_manager import late_start
    except ImportError:
        from services.websocket_managers import late_start
    if late_start:
        import services.websocket_manager
    return "from services.websocket_manager import no"
