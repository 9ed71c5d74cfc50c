"""Somebody who has left traces everywhere, and a look into everything that is kept."""

import json
from contextlib import suppress
from datetime import timedelta

from allauth.account.models import EmailAddress
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client

from peremena.contests.services import freeze
from peremena.desk import search
from peremena.drafts.models import Draft
from peremena.journal.services import record
from peremena.mail.models import Letter
from peremena.people.models import ConsentText, Organisation, PaperCode, Trust
from peremena.people.rules import ConsentWay
from peremena.people.services import consents
from peremena.places.models import Keeper, Post, Resource
from peremena.projects.models import PutAside
from tests.factories import NOON, PersonFactory, example, known, member_of, project_of

NAME, PATRONYMIC, SURNAME = "Алия", "Сергеевна", "Берёзкина"
EMAIL, PHONE = "aliya.berezkina@example.org", "+79131234567"
CONTACT = "8-999-000-11-22 (мама)"
WAYS = [
    "Берёзкина Алия Сергеевна", "Алия Берёзкина", "Алие Березкиной", "Алией Сергеевной Берёзкиной",
    "БЕРЁЗКИНА АЛИЯ", "Берёзкиной А. С.", "А.С. Берёзкина", "Берёзкина\xa0Алия",
    "aliya.berezkina@example.org", "Aliya.Berezkina@Example.org", "8 (913) 123-45-67",
    "+7 913 123-45-67", "79131234567",
]  # fmt: skip
SENTENCE = "Отвечает " + ", ".join(WAYS) + "."
# In no shape may these stay: with surname and e-mail all of the above go.
TRACES = [
    "берёзкин",
    "березкин",
    "berezkina",
    "913 123",
    "9131234567",
    "(913) 123",
    CONTACT,
    "мама",
]


def somebody():
    return known(
        PersonFactory(
            name=NAME,
            patronymic=PATRONYMIC,
            surname=SURNAME,
            email=EMAIL,
            phone=PHONE,
            about=f"Библиотекарь, {CONTACT}",
        )
    )


def leave_traces(person):
    """Gives the project of the person and of a neighbour in the team."""
    neighbour = known(PersonFactory(name="Пётр", surname="Ключников"))
    project = project_of(person, brief=example())
    project.memberships.update(role="writer")
    project.memberships.create(person=neighbour, role="leader", joined_at=NOON)
    member_of(project)
    write_in_drafts(project, person, neighbour)
    freeze(project, "fpg", by=neighbour, now=NOON)
    PutAside.objects.create(
        project=project, rule="G1", field="goal", by=neighbour, at=NOON, reason=SENTENCE
    )
    be_known(person, neighbour, project)
    write_letters(person, neighbour)
    leave_files(person, project)
    sign_in(person)
    search.rebuild()
    return project


def write_in_drafts(project, person, neighbour):
    draft = project.sections.get(name="team").draft
    team = {"team": [{"id": "t1", "person": WAYS[0], "role": "руководитель", "contact": CONTACT}]}
    told = {"goal": {"text": SENTENCE}}
    for version, content in ((90, team), (91, team | told)):
        draft.content, draft.version = content, version
        draft.save()
        draft.revisions.create(
            version=version, content=content, author=neighbour, on_behalf_of=person, at=NOON
        )
    draft.clashes.create(
        path="team.t1.person", kept=WAYS[1], offered=SENTENCE, offered_by=person, at=NOON
    )
    said = draft.comments.create(path="", text=SENTENCE, quote=WAYS[3], author=person, at=NOON)
    draft.comments.create(parent=said, text=f"Спасибо, {WAYS[1]}!", author=neighbour, at=NOON)
    draft.operations.create(key=EMAIL, version=91)


def be_known(person, neighbour, project):
    consents.load_texts(now=NOON)
    text = ConsentText.objects.get(purpose="public")
    paper = SimpleUploadedFile("s.pdf", b"%PDF-1.7 " + SENTENCE.encode(), "application/pdf")
    consents.give(person, text, way=ConsentWay.PAPER, by=neighbour, now=NOON, scan=paper)
    Organisation.objects.create(
        centre=project.centre, kind="sole_trader", name=f"ИП {WAYS[0]}", inn="550000000012",
        address="Ключи, Мамина улица",
    )  # fmt: skip
    Post.objects.create(person=person, territory=project.territory, title="глава")
    Keeper.objects.create(person=neighbour, territory=project.territory, since=NOON)
    PaperCode.objects.create(
        person=person, digest="d" * 64, made_by=neighbour, made_at=NOON,
        expires_at=NOON + timedelta(days=1),
    )  # fmt: skip
    Trust.objects.create(person=person, helper=neighbour, since=NOON)
    EmailAddress.objects.create(user=person, email=EMAIL, verified=True, primary=True)
    record(neighbour, "people.person.renamed", person, on_behalf_of=person)


def write_letters(person, neighbour):
    Letter.objects.create(to=EMAIL, person=person, kind="k", subject="Вам", body=SENTENCE)
    Letter.objects.create(
        to=neighbour.email, person=neighbour, kind="k", subject=WAYS[1], body=SENTENCE
    )


def leave_files(person, project):
    photo = ContentFile(b"\xff\xd8\xff no words here", name="photo.jpg")
    Resource.objects.create(
        territory=project.territory, layer="people", title=f"Хор, ведёт {WAYS[1]}", story=SENTENCE,
        owner=WAYS[0], photo=photo, added_by=person, added_at=NOON, changed_at=NOON,
    )  # fmt: skip
    default_storage.save("awards/list.txt", ContentFile(SENTENCE.encode("cp1251")))


def sign_in(person):
    client = Client()
    client.force_login(person)
    session = client.session
    session["account_login"] = {"email": EMAIL}
    session.save()
    UserSession.objects.create(
        user=person, session_key=session.session_key, ip="127.0.0.1", user_agent="Firefox"
    )
    begun = Client().session
    begun["account_login_code"] = {"email": EMAIL}
    begun.save()


def everything_kept(*folders):
    """Each place with its words in small letters: tables by plain SQL, and files."""
    yield from tables()
    for folder in folders:
        for file in filter(lambda one: one.is_file(), folder.rglob("*")):
            content = file.read_bytes()
            for code in ("utf-8", "cp1251"):
                yield str(file.relative_to(folder)), content.decode(code, errors="ignore").lower()


def tables():
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')
            for row in cursor.fetchall():
                yield table, " ".join(readable(cell) for cell in row).lower()
    for session in Session.objects.all():
        yield "sessions", json.dumps(session.get_decoded(), ensure_ascii=False).lower()


def readable(cell):
    """JSON is kept with its letters escaped."""
    text = cell.decode(errors="ignore") if isinstance(cell, bytes) else str(cell)
    with suppress(ValueError, TypeError):
        return text + json.dumps(json.loads(cell), ensure_ascii=False)
    return text


def drafts_of(project):
    return Draft.objects.filter(project_section__project=project)
