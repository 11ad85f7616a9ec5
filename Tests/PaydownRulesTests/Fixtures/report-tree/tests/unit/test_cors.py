"""websocket"""
from websocket.auth import x

print("one"); print("two")
try:
    pass
except: pass  # ignore error
except_ = 1
pass # ignore error
pprint(1)
try:
    pass
except :
    pass
