from shop.mail import smtp
