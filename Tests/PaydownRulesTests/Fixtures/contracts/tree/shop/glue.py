from shop.store import database
