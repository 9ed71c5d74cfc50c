"""Line drawings of 24 × 24, drawn into the page: no request, and the colour of the text."""

STROKES = {
    "back": "M15 5l-7 7 7 7",
    "book": "M12 6c-2-1.5-5-2-8-2v14c3 0 6 .5 8 2 2-1.5 5-2 8-2V4c-3 0-6 .5-8 2zM12 6v14",
    "calendar": "M4 6h16v14H4zM4 10h16M8 3v4M16 3v4",
    "camera": "M4 8h3.5L9 5.5h6L16.5 8H20v11H4zM12 16.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7",
    "check": "M4 12.5l5 5L20 7",
    "close": "M6 6l12 12M18 6L6 18",
    "contest": "M7 4h10v6a5 5 0 0 1-10 0z"
    "M7 6H4v1a3 3 0 0 0 3 3M17 6h3v1a3 3 0 0 1-3 3M12 15v3M8 20h8",
    "done": "M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18M8 12.5l3 3 5.5-6",
    "down": "M6 9l6 6 6-6",
    "error": "M12 3l9 9-9 9-9-9zM12 8v5M12 16v.1",
    "file": "M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h6",
    "help": "M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18"
    "M9.5 9.5a2.5 2.5 0 1 1 3.5 2.3c-.7.3-1 .8-1 1.7M12 16.5v.1",
    "home": "M4 11l8-7 8 7v9H4z",
    "info": "M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18M12 11v5M12 8v.1",
    "menu": "M4 7h16M4 12h16M4 17h16",
    "money": "M4 6h16v12H4zM12 14.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5M7 9v.1M17 15v.1",
    "more": "M5 12v.1M12 12v.1M19 12v.1",
    "letter": "M4 6h16v12H4zM4 7l8 6 8-6",
    "path": "M5 20c5 0 2-6 7-8s2-8 7-8",
    "people": "M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7"
    "M3 20c0-4 3-6 6-6s6 2 6 6M16 4.5a3.5 3.5 0 0 1 0 6M18 14.5c2 .8 3 2.7 3 5.5",
    "place": "M12 21c5-5 7-8 7-11a7 7 0 0 0-14 0c0 3 2 6 7 11"
    "M12 12.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5",
    "plus": "M12 5v14M5 12h14",
    "sprout": "M12 21v-9M12 14c0-4-3-6-7-6 0 4 3 6 7 6M12 12c0-4 3-7 7-7 0 4-3 7-7 7",
    "together": "M12 8a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5"
    "M6 20a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5M18 20a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5"
    "M10.5 8.5L7.5 14.5M13.5 8.5l3 6M9 17.5h6",
    "tool": "M14.5 6a4 4 0 0 1 5-1.5L16.5 7.5l.5 2 2 .5 2-3"
    "a4 4 0 0 1-6 4.5L7 19.5a2 2 0 0 1-3-3l8-8a4 4 0 0 1 2.5-2.5",
    "warning": "M12 4l9 16H3zM12 10v4M12 17v.1",
}


def drawn(name: str) -> str:
    """The name is one of STROKES; an unknown one is a mistake in the template."""
    path = f'<path d="{STROKES[name]}"/>'
    return f'<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">{path}</svg>'
