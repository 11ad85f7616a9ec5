"""The component of this file is manager, whatever its case. websocket"""
from websocket.auth import a
from websocket.factory import b
