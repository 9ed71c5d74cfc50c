"""The page of a draft in somebody's browser: who comes, what stands there, what is kept."""

from datetime import UTC, datetime

import pytest

from peremena.drafts import services
from peremena.drafts.protocol import SaveRequest
from tests.drafts.village import Village
from tests.factories import PersonFactory

NOW = datetime(2027, 3, 1, 9, 0, tzinfo=UTC)
WAITING = """() => new Promise((resolve, reject) => {
    const request = indexedDB.open("peremena", 1);
    request.onupgradeneeded = () => request.result.createObjectStore("waiting");
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
        const all = request.result.transaction("waiting").objectStore("waiting").getAll();
        all.onsuccess = () => { request.result.close(); resolve(all.result); };
    };
})"""
CORE, PEOPLE = '[name="problem.core"]', '[name="place.people"]'
CONTENT = {
    "problem": {
        "core": "Клуб закрыт. Зимой негде быть.",
        "causes": [{"id": "c1", "text": "нет ставки"}, {"id": "c2", "text": "нет тепла"}],
    },
    "place": {"people": 1140},
}


@pytest.fixture
def aliya():
    return PersonFactory(name="Алия")


@pytest.fixture
def pavel():
    return PersonFactory(name="Павел")


@pytest.fixture
def draft(aliya):
    return services.open_draft("village", CONTENT, by=aliya, now=NOW)


@pytest.fixture
def come(settings, open_browser, draft):
    """Opens the page of the draft in a person's own browser."""
    settings.ROOT_URLCONF = "tests.drafts.site"

    def come(person, **options):
        page = open_browser(person, **options)
        page.goto(f"/village/{draft.pk}/")
        return page

    return come


def write_elsewhere(draft, by, fields, operation="elsewhere-1"):
    draft.refresh_from_db()
    request = SaveRequest(operation, draft.version, fields)
    services.save(draft, request, model=Village, by=by, now=NOW)


def stands(draft, *path):
    draft.refresh_from_db()
    here = draft.content
    for part in path:
        here = here[part]
    return here


def wait_for(page, words):
    page.locator("[data-state]").filter(has_text=words).wait_for()


def add(field, words):
    """Types at the end, as people do."""
    field.press("Control+End")
    field.press_sequentially(words)


def unfold(page, row):
    page.locator("summary", has_text=row).click()


def saved(page):
    wait_for(page, "Сохранено в")


def kept(page):
    """What this phone keeps that is not on the site yet."""
    found = {}
    for entry in page.evaluate(WAITING):
        if "fields" in entry:  # a whole form with its photo
            found[entry["title"]] = entry["operation"]
            continue
        found |= (entry["sending"] or {}).get("fields", {})
        found |= {path: field["text"] for path, field in entry["typed"].items()}
    return found


def all_sent(page):
    for _ in range(80):
        if kept(page) == {}:
            return
        page.wait_for_timeout(100)
    raise AssertionError(kept(page))
