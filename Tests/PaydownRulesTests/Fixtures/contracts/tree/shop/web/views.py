from shop.orders import service
from shop.web import forms
