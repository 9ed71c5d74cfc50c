"""What a static file is sent with: less than a page, since a first visit fetches twenty of them."""

from wsgiref.headers import Headers

IN_THE_LETTERS_OF_THE_PAGE = {"text/javascript", "text/css"}


def for_file(headers: Headers, _path: str, _url: str) -> None:
    headers["X-Content-Type-Options"] = "nosniff"
    kind = (headers["Content-Type"] or "").partition(";")[0]
    if kind in IN_THE_LETTERS_OF_THE_PAGE:  # a browser reads them as the page
        headers["Content-Type"] = kind
    if kept := headers["Cache-Control"]:  # "public" says nothing: nobody signs in for a file
        headers["Cache-Control"] = kept.replace(", public", "")
