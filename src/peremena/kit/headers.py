"""What a static file is sent with: less than a page, since a first visit fetches twenty of them."""

from wsgiref.headers import Headers


def for_file(headers: Headers, path: str, url: str) -> None:
    headers["X-Content-Type-Options"] = "nosniff"
