"""Its path mentions the configuration."""
websocket_host = "localhost:8000"  # create
cors_origins = []
