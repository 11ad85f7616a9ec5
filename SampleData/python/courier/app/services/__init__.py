"""What the service does for its users."""
