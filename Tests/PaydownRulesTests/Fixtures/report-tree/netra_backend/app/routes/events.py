"""Events over the websocket: agent_started is whole, agent_thinking lacks its send, tool_executing has both quotes."""


def send(user_id, event_data, timestamp):
    send_event('agent_started', user_id)
    send_event( "agent_thinking", user_id)
    send_event('tool_executing')
    send_event("tool_executing")
    websocket_port = websocket_timeout = 1
