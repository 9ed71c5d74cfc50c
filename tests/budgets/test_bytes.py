"""Bytes over the wire, headers and all, as a browser that takes brotli gets them."""

import gzip
import json
import re
from dataclasses import dataclass
from urllib.parse import urljoin

import brotli
import pytest
from django.conf import settings as django_settings
from django.core.management import call_command
from django.db import transaction
from django.test import Client, override_settings
from django.utils import timezone

from peremena.cohorts import services as cohorts
from peremena.contests.models import Application
from peremena.contests.services import freeze
from peremena.drafts import services as drafts
from peremena.kit.paging import PAGE
from peremena.people import services as people
from peremena.people.models import Centre, Person
from peremena.people.services import consents
from peremena.places.models import Territory
from peremena.places.passport import Block
from peremena.places.passport.words import of_block as passport_words
from peremena.places.rules import Layer
from peremena.places.services import passports, publishing, resources
from peremena.projects.brief import Section
from peremena.projects.models import Project
from peremena.projects.picture_words import Kind
from tests.browse import Page
from tests.cohorts.school import cohort_of, enrolled_with_project, staff_of
from tests.factories import NOON, PersonFactory, example, known, project_of

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

FIRST_VISIT, LATER_VISIT, FONTS, ANSWER_TO_A_SAVE = 40_000, 12_000, 50_000, 2_000
BEFORE_WORDS_ARE_SAFE = 24_000  # at 8 bytes a millisecond, two round trips of 0.8 s: 4.6 s
BY_GZIP = 15_500  # browsers take brotli only over HTTPS; without it one is on a local network
SALT = 100  # bytes that Django puts before, so that lengths tell nothing
AS_SERVED = django_settings.STORAGES

FOR_VISITORS = [
    "/", "/sign-in/", "/sign-in/paper/", "/sign-up/", "/no-such-page/", "/results/",
    "/results/decisions/",
]  # fmt: skip
FOR_EVERYBODY = [
    "/",
    "/help/",
    "/on-this-phone/",
    "/contests/",
    "/contests/fpg/",
    "/cases/",
    "/me/",
    "/me/devices/",
    "/me/letters/",
    "/me/consents/",
    "/me/data/",
    "/me/deeds/",
    "/me/helpers/",
    "/me/written-for-me/",
    "/search/?q=мастерская",
    "/territories/",
    "/territories/map/",
]
OF_A_PROJECT = [
    "", "remarks/", "remarks/?rest", "people/", "contests/", "contests/fpg/", "problem/versions/",
    *(f"{section}/" for section in Section), "pictures/", "formula/", "papers/",
    *(f"pictures/{kind}/" for kind in Kind),
]  # fmt: skip
OF_A_PASSPORT = ["", "years/", "show/", "people/versions/", *(f"{block}/" for block in Block)]
OF_THE_MAP = [
    "resources/",
    "resources/?layer=people",
    "resources/add/",
    "resources/add/?layer=people",
    "neighbours/",
    "twins/",
]
OF_AN_APPLICATION = ["/applications/{application}/", "/applications/{application}/paste/"]
PAGES = [
    *FOR_EVERYBODY,
    *(f"/projects/{{{name}}}/{page}" for name in ("good", "bad") for page in OF_A_PROJECT),
    *(f"/territories/{{territory}}/passport/{page}" for page in OF_A_PASSPORT),
    "/places/{territory}/",
    *(f"/territories/{{territory}}/{page}" for page in OF_THE_MAP),
    "/projects/{good}/borrow/",
    *OF_AN_APPLICATION,
]

LINKED = {"stylesheet", "icon", "preload", "modulepreload"}
IMPORTED = re.compile(r"""\bfrom\s*["'](\.[^"']+)["']""")
FONT = ".woff2"
PLAIN = {"br": brotli.decompress, "gzip": gzip.decompress}


@dataclass(frozen=True)
class Site:
    """A leader with the two whole briefs as projects."""

    leader: Person
    good: Project
    bad: Project
    application: Application

    def address(self, pattern: str) -> str:
        return pattern.format(
            good=self.good.pk,
            bad=self.bad.pk,
            application=self.application.pk,
            territory=self.good.territory_id,
        )


@pytest.fixture(scope="module")
def site(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), transaction.atomic():
        leader = PersonFactory()
        good, bad = (
            project_of(leader, brief=example(name)) for name in ("good-pimokaty", "bad-ploshchadka")
        )
        keep_passport(good.territory, leader)
        fill_map(good.territory, leader)
        consents.load_texts(now=NOON)
        yield Site(leader, good, bad, freeze(good, "fpg", by=leader, now=NOON))
        transaction.set_rollback(True)


def keep_passport(territory: Territory, by: Person) -> None:
    """Every block opened, five rows in every list, half of it shown to all."""
    for row in passports.open_blocks(territory, by=by, now=NOON).values():
        lists = passport_words(Block(row.name), "ru").rows
        rows = {name: [{"id": f"r{place}"} for place in range(5)] for name in lists}
        drafts.replace(row.draft, {**row.draft.content, **rows}, by=by, now=NOON)
    publishing.publish(territory, {Block.IDENTITY: ["name", "centre"]}, by=by, now=NOON)


def fill_map(territory: Territory, by: Person) -> None:
    """A whole page of each layer."""
    for layer in Layer:
        for number in range(30):
            told = resources.Told(
                title=f"{layer}: то, чем богато село, под номером {number}",
                layer=layer,
                whereabouts=f"за домом № {number} по Центральной улице",
                season="в июле",
            )
            resources.add(territory, told, by=by, now=NOON)


@pytest.fixture(scope="module")
def collected(tmp_path_factory):
    folder = tmp_path_factory.mktemp("static")
    with override_settings(STATIC_ROOT=folder, STORAGES=AS_SERVED):
        call_command("collectstatic", interactive=False, verbosity=0)
    return folder


@pytest.fixture
def browser(settings, collected):
    """Asks the server as it runs for people: no pictures of static files are made on the way."""
    settings.STATIC_ROOT, settings.STORAGES = collected, AS_SERVED
    settings.WHITENOISE_AUTOREFRESH = False
    return Client(headers={"accept-encoding": "gzip, deflate, br"})


@dataclass(frozen=True)
class Answer:
    size: int
    text: str
    is_kept_for_ever: bool

    @property
    def size_by_gzip(self) -> int:
        """Of the body."""
        return len(gzip.compress(self.text.encode(), 6)) + SALT


def ask(browser: Client, address: str) -> Answer:
    response = browser.get(address)
    body = b"".join(response)
    plain = PLAIN.get(response.headers.get("Content-Encoding"), bytes)(body)
    return Answer(
        size=len(response.serialize_headers()) + len(response.cookies.output()) + len(body),
        text=plain.decode(errors="replace"),
        is_kept_for_ever="immutable" in response.headers.get("Cache-Control", ""),
    )


FILES: dict[str, Answer] = {}  # a file's name says its content, so each is asked for once


def ask_file(browser: Client, address: str) -> Answer:
    if address not in FILES:
        FILES[address] = ask(browser, address)
    return FILES[address]


def files_of(browser: Client, page: str) -> dict[str, Answer]:
    """Everything that the browser fetches for a page, with what scripts import."""
    parsed = Page(page)
    links = [one.attributes for one in parsed.all("link")]
    waiting = [link["href"] for link in links if link["rel"] in LINKED]
    waiting += [script.attributes["src"] for script in parsed.all("script")]
    found: dict[str, Answer] = {}
    while waiting:
        address = waiting.pop()
        if address not in found:
            found[address] = ask_file(browser, address)
        if address.endswith(".js"):
            waiting += [urljoin(address, name) for name in IMPORTED.findall(found[address].text)]
    return found


def assert_light(browser: Client, address: str) -> None:
    page = ask(browser, address)
    files = files_of(browser, page.text)
    fetched = sum(file.size for name, file in files.items() if not name.endswith(FONT))

    assert page.size <= LATER_VISIT
    assert page.size_by_gzip <= BY_GZIP
    assert page.size + fetched <= FIRST_VISIT
    assert [name for name, file in files.items() if not file.is_kept_for_ever] == []


@pytest.mark.parametrize("address", FOR_VISITORS)
def test_a_page_for_visitors_is_light(browser, address):
    assert_light(browser, address)


@pytest.mark.parametrize("pattern", PAGES)
def test_a_page_is_light(browser, site, pattern):
    browser.force_login(site.leader)

    assert_light(browser, site.address(pattern))


def test_where_only_gzip_is_known_a_page_is_squeezed_by_it(browser, site):
    browser.force_login(site.leader)
    address = site.address("/projects/{good}/budget/")
    expected = ask(browser, address).size_by_gzip

    browser.defaults["HTTP_ACCEPT_ENCODING"] = "gzip"

    assert 0 < ask(browser, address).size - expected < BY_GZIP - expected


@pytest.fixture(scope="module")
def full_cohort(django_db_setup, django_db_blocker):
    """Twelve projects full of remarks, everybody to be rung."""
    with django_db_blocker.unblock(), transaction.atomic():
        staff = staff_of()
        cohort = cohort_of(staff)
        full_register(cohort.programme.centre, staff)
        for _ in range(cohort.places):
            enrolment = enrolled_with_project(cohort, staff, brief=example("bad-ploshchadka"))
            cohorts.note_contact(enrolment, has_answered=False, by=staff, now=NOON)
        names = {"cohort": cohort.pk, "enrolment": enrolment.pk, "person": enrolment.person_id}
        yield {"staff": staff} | names
        transaction.set_rollback(True)


def full_register(centre: Centre, staff: Person) -> None:
    """A whole page of people, each with a code on paper, and of organisations."""
    for number in range(PAGE):
        person = known(PersonFactory(phone="+79131234567", about="библиотекарь, Лесная"), centre)
        people.paper_codes.make(person, by=staff, now=timezone.now())
        body = {
            "name": f"Крестьянское хозяйство «Лесное» № {number}",
            "short": f"«Лесное» {number}",
        }
        centre.organisations.create(kind="business", ogrn=f"{number:013}", **body)


OF_STAFF = ["/", "/more/", "/queue/", "/totals/", "/projects/", "/cohorts/", "/cohorts/{cohort}/",
            "/cohorts/people/{enrolment}/", "/people/", "/people/new/", "/people/{person}/",
            "/people/{person}/edit/", "/people/{person}/posts/new/", "/paper-codes/",
            "/people/{person}/same/", "/people/{person}/same/{person}/",
            "/organisations/", "/organisations/new/"]  # fmt: skip


@pytest.mark.parametrize("pattern", OF_STAFF)
def test_a_page_for_staff_is_light(browser, full_cohort, pattern):
    browser.force_login(full_cohort["staff"])

    assert_light(browser, pattern.format(**full_cohort))


@pytest.mark.parametrize("section", Section)
@pytest.mark.parametrize("name", ["good", "bad"])
def test_words_typed_on_a_village_link_are_safe_in_time(browser, site, name, section):
    """The page, its looks and what keeps words are all that has to come, in two round trips."""
    browser.force_login(site.leader)

    page = ask(browser, site.address(f"/projects/{{{name}}}/{section}/"))
    head, _, _ = page.text.partition("</head>")
    files = files_of(browser, head)
    named = {one.attributes["href"] for one in Page(head + "</head>").all("link")}
    early = next(name for name in files if "/early." in name)
    imported = [urljoin(early, name) for name in IMPORTED.findall(files[early].text)]
    needed = [file for name, file in files.items() if name.endswith((".css", ".js"))]

    assert {*imported} <= named  # else a third round trip
    assert page.size + sum(file.size for file in needed) <= BEFORE_WORDS_ARE_SAFE


def test_all_fonts_together_are_light(collected):
    named_by_content = collected.glob("kit/fonts/*.????????????.woff2")

    assert 0 < sum(font.stat().st_size for font in named_by_content) <= FONTS


@pytest.mark.parametrize("section", Section)
def test_the_answer_to_a_save_is_light(browser, site, section):
    browser.force_login(site.leader)
    save = {"operation": "3f2a9c1e-0001", "base": 1, "fields": {}}

    with transaction.atomic():
        address = site.address(f"/projects/{{bad}}/{section}/")
        answer = browser.post(address, json.dumps(save), content_type="application/json")
        transaction.set_rollback(True)

    assert answer.status_code == 200
    assert len(answer.serialize()) <= ANSWER_TO_A_SAVE


MANY_REMARKS = {
    "goal": {"goal.text": "Закупить оборудование на грант и искоренить скуку в селе; открыть клуб"},
    "groups": {"groups.g1.who": "", "groups.g1.size": "", "groups.g1.how_reached": ""},
    "problem": {"problem.core": "Нет площадки, а в наше время без неё нельзя"},
    "results": {f"results.r{row}.{part}": "" for row in (1, 2, 3) for part in ("unit", "evidence")},
    "budget": {f"budget.b{row}.sum": "1" for row in (1, 2, 3, 4)},
}


@pytest.mark.parametrize("section", MANY_REMARKS)
def test_the_answer_to_a_save_that_brings_remarks_is_light(browser, site, section):
    browser.force_login(site.leader)
    save = {"operation": "3f2a9c1e-0002", "base": 1, "fields": MANY_REMARKS[section]}

    with transaction.atomic():
        address = site.address(f"/projects/{{good}}/{section}/")
        answer = browser.post(address, json.dumps(save), content_type="application/json")
        transaction.set_rollback(True)

    told = json.loads(brotli.decompress(answer.content))
    assert "beside" in told
    assert len(answer.serialize()) <= ANSWER_TO_A_SAVE


def test_a_file_is_sent_as_what_it_is_and_to_our_pages_only(browser):
    """Files pass by what adds the headers of pages."""
    headers = browser.get(next(iter(files_of(browser, ask(browser, "/").text)))).headers

    assert headers["X-Content-Type-Options"] == "nosniff"
    assert "Access-Control-Allow-Origin" not in headers
