import shop.stock.items
