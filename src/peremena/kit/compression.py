"""Pages are squeezed for slow links: by brotli where the browser takes it, else by gzip."""

import re

import brotli
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.middleware.gzip import GZipMiddleware
from django.utils.cache import patch_vary_headers

QUALITY = 5  # a quarter less than gzip in the same time
WORTH_IT = 200
TAKES_BROTLI = re.compile(r"\bbr\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))")


class CompressionMiddleware(GZipMiddleware):
    """Lengths tell nothing of secrets: the CSRF token is masked anew in every answer."""

    def process_response(
        self, request: HttpRequest, response: HttpResponseBase
    ) -> HttpResponseBase:
        if isinstance(response, HttpResponse) and takes_brotli(request, response):
            squeeze(response)
        return super().process_response(request, response)


def takes_brotli(request: HttpRequest, response: HttpResponse) -> bool:
    accepted = request.headers.get("Accept-Encoding", "")
    return bool(
        len(response.content) >= WORTH_IT
        and not response.has_header("Content-Encoding")
        and TAKES_BROTLI.search(accepted)
    )


def squeeze(response: HttpResponse) -> None:
    """Unless it is small enough as it is, like a Word file."""
    squeezed = brotli.compress(response.content, quality=QUALITY)
    if len(squeezed) >= len(response.content):
        return
    response.content = squeezed
    response.headers["Content-Length"] = str(len(squeezed))
    response.headers["Content-Encoding"] = "br"
    patch_vary_headers(response, ["Accept-Encoding"])
