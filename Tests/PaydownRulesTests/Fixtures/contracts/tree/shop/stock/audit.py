from shop.orders.service import order
