from typing import TYPE_CHECKING
if TYPE_CHECKING:
    from shop.web.views import page
