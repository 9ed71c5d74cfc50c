"""A large photo is made smaller on the phone, before a slow link has to carry it."""

import io

from PIL import Image

from peremena.places.models import Resource
from tests.browser.conftest import PHONE
from tests.factories import PersonFactory, project_of

SIZE = "() => document.querySelector('[name=photo]').files[0].size"


def large():
    """Of a camera that was turned: two megabytes of noise."""
    drawn, turned = io.BytesIO(), Image.Exif()
    turned[0x0112] = 6
    Image.effect_noise((2400, 1600), 90).convert("RGB").save(drawn, "JPEG", exif=turned)
    return drawn.getvalue()


def weighed(page, *, less_than):
    """How much the field carries, once it is less; the phone needs a moment to draw."""
    for _ in range(50):
        if (size := page.evaluate(SIZE)) < less_than:
            return size
        page.wait_for_timeout(100)
    raise AssertionError(size)


def test_a_large_photo_leaves_the_phone_smaller_and_upright(open_browser):
    leader, sent = PersonFactory(), large()
    territory = project_of(leader).territory
    page = open_browser(leader, viewport=PHONE)
    page.goto(f"/territories/{territory.pk}/resources/add/?layer=physical")
    page.locator("[name=title]").fill("Пруд за школой")
    page.locator("details.more summary").click()
    photo = {"name": "IMG_1.jpg", "mimeType": "image/jpeg", "buffer": sent}
    page.locator("[name=photo]").set_input_files(photo)

    carried = weighed(page, less_than=len(sent))
    page.locator("form:has([name=photo]) button").last.click()
    page.wait_for_url(f"**/territories/{territory.pk}/resources/")

    kept = Resource.objects.get()
    with kept.photo.open("rb") as file, Image.open(file) as shown:
        assert shown.size == (1067, 1600)
    assert carried < len(sent) / 2
