"""Run with `python3 -m unittest discover -t . -s courier/tests` in the folder above `courier`."""
