from shop import orders
from .stock import items
