"""What runs before a route."""
