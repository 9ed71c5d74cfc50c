"""Pages go out as small as the browser can read them."""

import gzip
import os

import brotli
import pytest
from django.http import HttpResponse, JsonResponse, StreamingHttpResponse
from django.test import RequestFactory

from peremena.kit.compression import CompressionMiddleware

PAGE = "<p>Клуб закрыт с марта.</p>" * 40
READ = {"br": brotli.decompress, "gzip": gzip.decompress, None: bytes}


def answer(accepted, response):
    request = RequestFactory().get("/", headers={"accept-encoding": accepted})
    return CompressionMiddleware(lambda _request: response)(request)


@pytest.mark.parametrize(
    ("accepted", "encoding"),
    [
        ("gzip, deflate, br, zstd", "br"),
        ("br;q=1.0, gzip;q=0.8", "br"),
        ("br;q=0.5", "br"),
        ("gzip, br;q=0", "gzip"),
        ("gzip, br;q=0.0, deflate", "gzip"),
        ("gzip, deflate", "gzip"),
        ("brick", None),
        ("", None),
    ],
)
def test_a_browser_gets_what_it_can_read(accepted, encoding):
    response = answer(accepted, HttpResponse(PAGE))

    assert response.headers.get("Content-Encoding") == encoding
    assert READ[encoding](response.content).decode() == PAGE
    assert response.headers["Vary"] == "Accept-Encoding"


@pytest.mark.parametrize("accepted", ["br, gzip", "gzip"])
def test_answers_to_scripts_are_squeezed_too(accepted):
    response = answer(accepted, JsonResponse({"said": PAGE}))

    assert int(response.headers["Content-Length"]) == len(response.content) < len(PAGE) / 5


@pytest.mark.parametrize("content", [b"ok", os.urandom(2_000)], ids=["short", "a Word file"])
def test_what_would_not_become_smaller_goes_as_it_is(content):
    response = answer("br, gzip", HttpResponse(content))

    assert not response.has_header("Content-Encoding")
    assert response.content == content


def test_what_is_squeezed_already_is_left_alone():
    response = answer("br", HttpResponse(PAGE, headers={"Content-Encoding": "gzip"}))

    assert response.content.decode() == PAGE


def test_a_stream_is_left_to_gzip():
    response = answer("br, gzip", StreamingHttpResponse([PAGE.encode()]))

    assert gzip.decompress(b"".join(response)).decode() == PAGE
