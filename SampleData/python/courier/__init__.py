"""courier: delivers what agents do to the people who wait for it, over WebSockets.

A sample, written for paydown: it runs, and it carries the debt that services of its kind carry.
"""
