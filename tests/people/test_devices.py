"""A browser's long line about itself becomes two words."""

import pytest

from peremena.people.devices import device

IPHONE = (
    "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 "
    "(KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1"
)
ANDROID = "Mozilla/5.0 (Linux; Android 14; K) AppleWebKit/537.36 (KHTML, like Gecko) "
WINDOWS = "Mozilla/5.0 (Windows NT 10.0; rv:132.0) Gecko/20100101 Firefox/132.0"


@pytest.mark.parametrize(
    ("user_agent", "expected"),
    [
        (IPHONE, "Safari, iPhone"),
        (ANDROID + "Chrome/130.0 Mobile Safari/537.36", "Chrome, Android"),
        (ANDROID + "Chrome/130.0 YaBrowser/24.10 Safari/537.36", "Яндекс Браузер, Android"),
        (WINDOWS, "Firefox, Windows"),
        ("curl/8.1", ""),
        ("", ""),
    ],
)
def test_a_device_has_a_short_name(user_agent, expected):
    assert device(user_agent) == expected
