"""Tests: golden_path."""
