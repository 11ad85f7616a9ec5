"""The Kelvin sign is a k in lower case: WEBSOCKET."""
print("so this counts")
