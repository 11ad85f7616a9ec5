from shop.web.views import page
