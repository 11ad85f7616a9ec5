def f(v):match v:
        case 1:
            return 1
