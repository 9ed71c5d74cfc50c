"""What a static file is sent with: less than a page, since a first visit fetches twenty of them."""

from wsgiref.headers import Headers


def for_file(headers: Headers, _path: str, _url: str) -> None:
    headers["X-Content-Type-Options"] = "nosniff"
