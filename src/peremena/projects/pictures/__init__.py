"""Pictures of a project's logic, as boxes and lines. Pure: no Django, no database, no clock.

Each is a function from what the brief says to a `Picture`; templates draw it. What a picture
leaves out for want of room stands in the list or table beside it.
"""
