"""What the database has deleted is gone from its file, too."""

import pytest
from django.db import connections
from django.db.backends.sqlite3.base import DatabaseWrapper

from peremena.desk import wiping

pytestmark = pytest.mark.django_db
SECRET = "Берёзкина Алия"


def test_deleted_words_do_not_stay_in_the_file_or_its_log(tmp_path):
    file = tmp_path / "school.sqlite3"
    settings = connections.settings["default"] | {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(file),
        "OPTIONS": {"init_command": "PRAGMA journal_mode=WAL;"},
    }
    connection = DatabaseWrapper(settings, "beside")
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE said (words TEXT)")
        cursor.executemany("INSERT INTO said VALUES (%s)", [[f"{SECRET} {n}"] for n in range(99)])
        cursor.execute("DELETE FROM said")

    before = words_in(tmp_path)
    done = wiping.wipe(connection)
    after = words_in(tmp_path)
    connection.close()

    assert (SECRET in before, done, SECRET in after) == (True, True, False)


def words_in(folder):
    return "".join(file.read_bytes().decode(errors="ignore") for file in folder.iterdir())
