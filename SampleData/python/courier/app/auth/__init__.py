"""Who is there: the home of authentication."""
