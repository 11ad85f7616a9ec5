"""The component of this file is factory; only a plain import goes back. websocket"""
import websocket.manager_of_factories
from websocket.cors import x
