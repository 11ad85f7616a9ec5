# tool_completed tool_completed user_id event_data timestamp, and nothing of the web socket
