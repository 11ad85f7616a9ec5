def late():
    from shop.web.forms import Form
    return Form
