"""What a browser says about itself, in two words. Pure: no Django, no database, no clock."""

BROWSERS = {
    "YaBrowser": "Яндекс Браузер",
    "YaApp": "Яндекс",
    "SamsungBrowser": "Samsung Internet",
    "MiuiBrowser": "Mi Browser",
    "Edg": "Edge",
    "OPR": "Opera",
    "Firefox": "Firefox",
    "Chrome": "Chrome",
    "CriOS": "Chrome",
    "Safari": "Safari",
}
SYSTEMS = {
    "iPhone": "iPhone",
    "iPad": "iPad",
    "Android": "Android",
    "Windows": "Windows",
    "Mac OS": "Mac",
    "Linux": "Linux",
}


def device(user_agent: str) -> str:
    """Such as «Chrome, Android»; empty when nothing is recognised.

    The first mark found wins: nearly every browser also claims to be Chrome or Safari.
    """
    found = (
        next((name for mark, name in names.items() if mark in user_agent), "")
        for names in (BROWSERS, SYSTEMS)
    )
    return ", ".join(name for name in found if name)
