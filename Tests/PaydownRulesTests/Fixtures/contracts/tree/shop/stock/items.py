import shop.glue
