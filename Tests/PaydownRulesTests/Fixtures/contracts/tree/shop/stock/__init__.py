from shop.stock.items import Item
