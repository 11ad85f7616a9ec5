from shop.stock.items import Item
import shop.store.database
