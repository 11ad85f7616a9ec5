for  in x:
    pass
