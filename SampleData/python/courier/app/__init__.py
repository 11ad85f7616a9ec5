"""The service itself; `main` puts it together."""
