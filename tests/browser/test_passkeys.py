"""A passkey: added on a phone, used to sign in, under the strict content policy."""

import pytest

from peremena.people import services

WITH_A_SCREEN_LOCK = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@pytest.fixture
def phone(open_browser):
    """A browser on a device that keeps passkeys."""

    def open_phone(person=None):
        page = open_browser(person)
        device = page.context.new_cdp_session(page)
        device.send("WebAuthn.enable")
        device.send("WebAuthn.addVirtualAuthenticator", {"options": WITH_A_SCREEN_LOCK})
        return page

    return open_phone


def test_a_passkey_is_added_and_then_signs_in(phone):
    page = phone(services.add_person(name="Алия", email="aliya@example.org"))
    page.goto("/me/keys/add/")
    page.get_by_role("button", name="Добавить ключ").click()
    page.get_by_text("Ключ доступа добавлен.").wait_for()
    page.goto("/sign-out/")
    page.get_by_role("main").get_by_role("button", name="Выйти").click()
    page.wait_for_url(lambda address: "/sign-out/" not in address)  # the phone is cleared first

    page.goto("/sign-in/?next=/me/")
    page.get_by_role("button", name="По отпечатку или лицу").click()
    page.get_by_role("heading", name="Мой вход и данные").wait_for()

    assert page.complaints == []


def test_a_device_that_gives_no_key_says_so(phone):
    page = phone()
    page.goto("/sign-in/")

    page.get_by_role("button", name="По отпечатку или лицу").click()

    page.get_by_text("Устройство не отдало ключ").wait_for()


def test_without_javascript_no_button_leads_nowhere(open_browser):
    page = open_browser(java_script_enabled=False)

    page.goto("/sign-in/")

    assert page.get_by_role("button", name="По отпечатку или лицу").count() == 0
    assert page.get_by_role("button", name="Прислать код").is_visible()
