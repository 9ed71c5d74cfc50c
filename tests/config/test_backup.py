"""What is backed up can be brought back, on a disk of its own, and only what is ours."""

import io
import os
import shutil
import sqlite3
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

import pytest

from peremena.config.commands.restore import unpack

pytestmark = pytest.mark.slow


def peremena(state, *arguments, folder=None):
    """The command in a process of its own; `folder`: where it puts temporary files."""
    environment = os.environ | {"PEREMENA_STATE": str(state)}
    environment |= {"TMPDIR": str(folder)} if folder else {}
    environment.pop("DATABASE_URL", None)
    command = [sys.executable, "-m", "peremena", *map(str, arguments)]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


def names(state):
    with sqlite3.connect(state / "peremena.sqlite3") as database:
        return [name for (name,) in database.execute("SELECT name FROM people_person ORDER BY id")]


@pytest.fixture(scope="module")
def school(tmp_path_factory):
    """A state folder with one person, and a backup of it."""
    state = tmp_path_factory.mktemp("school")
    peremena(state, "user", "add", "--email", "aliya@example.org", "--name", "Aliya")
    (state / "letters").mkdir(exist_ok=True)
    (state / "letters" / "first.log").write_text("a letter")
    assert peremena(state, "backup", state / "kept.tar.gz").returncode == 0
    return state


@pytest.fixture
def another_disk():
    """A folder on another file system than the state, as /tmp often is."""
    memory = Path("/dev/shm")
    if not memory.is_dir():
        pytest.skip("this machine has no second file system to try")
    with tempfile.TemporaryDirectory(dir=memory) as folder:
        yield folder


def test_an_empty_installation_gets_everything_back(school, tmp_path, another_disk):
    done = peremena(tmp_path, "restore", school / "kept.tar.gz", folder=another_disk)

    assert (done.returncode, done.stderr) == (0, "")
    assert names(tmp_path) == ["Aliya"]
    assert (tmp_path / "letters" / "first.log").read_text() == "a letter"
    assert (tmp_path / "secret-key").read_text() == (school / "secret-key").read_text()
    assert (tmp_path / "secret-key").stat().st_mode & 0o777 == 0o600


def test_people_who_are_here_are_replaced_only_when_asked(school, tmp_path):
    state = Path(shutil.copytree(school, tmp_path / "state"))
    with sqlite3.connect(state / "peremena.sqlite3") as database:
        database.execute("UPDATE people_person SET name = 'Sergey'")

    refused = peremena(state, "restore", school / "kept.tar.gz")
    before = names(state)
    done = peremena(state, "restore", school / "kept.tar.gz", "--replace")

    assert (refused.returncode, before) == (2, ["Sergey"])
    assert (done.returncode, names(state)) == (0, ["Aliya"])


def test_a_backup_is_read_by_its_owner_only_and_never_overwritten(school):
    archive = school / "kept.tar.gz"
    before = archive.read_bytes()

    assert archive.stat().st_mode & 0o777 == 0o600
    assert peremena(school, "backup", archive).returncode == 2
    assert archive.read_bytes() == before


def with_member(name):
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w:gz") as archive:
        archive.addfile(tarfile.TarInfo(name))
    return packed.getvalue()


@pytest.mark.parametrize(
    "content",
    [b"", b"not an archive", with_member("../stolen"), with_member("media/../../stolen")],
    ids=["empty", "words", "above", "roundabout"],
)
def test_what_is_no_backup_leaves_nothing_behind(tmp_path, content):
    archive, folder = tmp_path / "strange.tar.gz", tmp_path / "unpacked"
    archive.write_bytes(content)
    folder.mkdir()

    problem = unpack(archive, folder)

    assert str(archive) in problem
    assert list(tmp_path.rglob("stolen")) == []
