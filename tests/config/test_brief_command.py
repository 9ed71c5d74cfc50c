"""`./peremena brief`: remarks and exit codes for good, bad and hostile files."""

import io
import json
import subprocess
import sys
import time
from importlib import resources

import pytest

from peremena.__main__ import main
from peremena.projects import examples

HERE = resources.files("peremena.projects") / "examples"
GOOD, BAD = str(HERE / "good-pimokaty.json"), str(HERE / "bad-ploshchadka.json")


@pytest.fixture
def peremena(capsys):
    """Runs the command: exit code, what it printed, what it complained of."""

    def peremena(*arguments):
        code = main(["brief", *arguments])
        return code, *capsys.readouterr()

    return peremena


@pytest.fixture
def good():
    return json.loads(examples.text("good-pimokaty"))


def test_a_good_brief_gets_advice_at_most(peremena):
    code, said, complaint = peremena("check", GOOD)

    assert (code, complaint) == (0, "")
    assert said.startswith("Пимокаты Ключей\n\nДля кого\n  TG-04  совет")


def test_a_bad_brief_gets_remarks_by_section(peremena):
    code, said, complaint = peremena("check", BAD)

    assert (code, complaint) == (1, "")
    assert said.startswith("Спортивная площадка — детям\n\nО проекте\n")
    assert said.index("\nПроблема\n") < said.index("\nЦель\n") < said.index("\nСмета\n")
    assert "«Нет спортивной площадки»" in said


def test_remarks_in_english(peremena):
    code, said, _complaint = peremena("check", BAD, "--language", "en")

    assert code == 1
    assert "The goal lists several things" in said


def test_remarks_as_json_hold_what_programs_need(peremena):
    code, said, _complaint = peremena("check", BAD, "--json")

    remarks = json.loads(said)

    assert code == 1
    assert {"rule", "severity", "section", "field", "text", "advice"} <= set(remarks[0])
    assert {remark["severity"] for remark in remarks} == {"E", "W", "H"}


def test_advice_on_a_good_brief_is_no_reason_to_fail(peremena):
    code, said, _complaint = peremena("check", GOOD, "--json")

    found = [(remark["rule"], remark["severity"]) for remark in json.loads(said)]
    assert (code, found) == (0, [("TG-04", "H"), ("RI-03", "H")])


def test_warnings_alone_are_no_reason_to_fail(peremena, good, tmp_path):
    good["project"]["novelty"] = ""
    file = tmp_path / "brief.json"
    file.write_text(json.dumps(good), encoding="utf-8")

    code, said, _complaint = peremena("check", str(file), "--json")

    warned = [one["rule"] for one in json.loads(said) if one["severity"] == "W"]
    assert (code, warned) == (0, ["PR-10"])


def test_a_contest_for_ngos_refuses_a_municipal_body(peremena):
    code, said, _complaint = peremena("check", BAD, "--contest", "fpg", "--json")

    assert code == 1
    assert "EL-01" in {remark["rule"] for remark in json.loads(said)}


def test_an_unknown_contest_is_told_with_the_known_ones(peremena):
    code, said, complaint = peremena("check", BAD, "--contest", "nope")

    assert (code, said) == (2, "")
    assert complaint.startswith("--contest: конкурса «nope» нет; есть ")
    assert "fpg" in complaint


def test_a_brief_may_come_from_standard_input(peremena, monkeypatch):
    content = examples.text("good-pimokaty").encode()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content)))

    assert peremena("check", "-")[0] == 0


def test_the_schema_is_json(peremena):
    code, said, _complaint = peremena("schema")

    assert (code, json.loads(said)["$id"]) == (0, "peremena.brief/1")


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        (b"", "это не JSON или он оборван: строка 1, знак 1"),
        (examples.text("bad-ploshchadka").encode()[:3001], "это не JSON или он оборван"),
        (b"\x7fELF\x02\x01\x01\x00\xff", "файл не в кодировке UTF-8"),
        (b'{"a":' * 80_000, "вложенность слишком глубокая"),
        (b"null", "нужен один объект"),
        (b'{"format": "peremena.brief/1", "goal": {"text": 12}}', "goal.text: нужен текст"),
    ],
    ids=["empty", "truncated", "binary", "deep", "null", "type"],
)  # fmt: skip
def test_a_file_that_is_no_brief_is_refused_in_one_line(peremena, tmp_path, content, complaint):
    file = tmp_path / "brief.json"
    file.write_bytes(content)

    code, said, complained = peremena("check", str(file))

    assert (code, said) == (2, "")
    assert complained.startswith(f"{file}: {complaint}")
    assert complained.count("\n") == 1


def test_what_is_no_file_is_refused(peremena, tmp_path):
    missing = tmp_path / "missing.json"

    assert peremena("check", str(missing)) == (2, "", f"{missing}: такого файла нет\n")
    assert peremena("check", str(tmp_path)) == (2, "", f"{tmp_path}: это папка, а нужен файл\n")


@pytest.mark.slow
def test_fifty_megabytes_are_refused_at_once_in_a_process_of_its_own(tmp_path):
    file = tmp_path / "huge.json"
    file.write_bytes(b'{"format": "peremena.brief/1", "goal": {"text": "' + b"a" * 50_000_000)

    start = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-m", "peremena", "brief", "check", str(file)],
        capture_output=True, text=True, check=False, timeout=60,
        env={"PYTHONPATH": str(resources.files("peremena").parent), "PYTHONUTF8": "1"},
    )  # fmt: skip

    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == f"{file}: файл больше 500 КБ — это не может быть одна заявка\n"
    assert time.monotonic() - start < 10
