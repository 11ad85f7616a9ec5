import shop.bridge
