y = [a for  in x]
