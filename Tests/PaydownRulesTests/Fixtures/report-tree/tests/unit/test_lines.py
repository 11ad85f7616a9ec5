"""websocket, agent_completed; lines end in all the ways there are"""
print(1)print(2)
print(3)
print(4)
print("  print(")print(6)
