"""`./peremena application`: a file from a brief, and plain words about what is in the way."""

import argparse
import io

import pytest
from docx import Document

from peremena.config.commands import application
from peremena.projects import examples
from tests.contests.papers import part, words_of_docx, words_of_pdf, words_of_xlsx

READERS = {"docx": words_of_docx, "pdf": words_of_pdf, "xlsx": words_of_xlsx}


@pytest.fixture
def run(tmp_path):
    """Runs the command on one of the examples; `{out}` stands for the folder to write into."""
    for name in ("good-pimokaty", "bad-ploshchadka"):
        (tmp_path / f"{name}.json").write_text(examples.text(name), encoding="utf-8")

    def run(name, *arguments, out="application.docx", contest="fpg"):
        parser = argparse.ArgumentParser()
        application.add_arguments(parser)
        given = [str(tmp_path / name), "--contest", contest, "--out", str(tmp_path / out)]
        return application.run(parser.parse_args([*given, *arguments]))

    return run


@pytest.mark.parametrize("kind", READERS)
def test_each_kind_of_file_is_written(run, tmp_path, kind, capsys):
    assert run("good-pimokaty.json", out=f"заявка.{kind}") == 0

    assert "ПимокатыКлючей" in READERS[kind]((tmp_path / f"заявка.{kind}").read_bytes())
    assert capsys.readouterr().out.endswith("\nЗаполнено всё.\n")


def test_the_day_it_is_written_leaves_no_trace(run, tmp_path):
    run("good-pimokaty.json", out="one.docx")
    run("good-pimokaty.json", out="two.docx")

    assert (tmp_path / "one.docx").read_bytes() == (tmp_path / "two.docx").read_bytes()
    assert "2000-01-01" in part((tmp_path / "one.docx").read_bytes(), "docProps/core.xml")


def test_an_applicant_who_may_not_apply_hears_it_and_what_to_do(run, capsys):
    assert run("bad-ploshchadka.json") == 0

    told = capsys.readouterr().out
    assert "Этот заявитель подать сюда не может. Президентский грант дают только" in told
    assert "  → Нет такой — создайте АНО из активистов команды." in told
    assert "Чего ещё не хватает:\n  О проекте\n    — что нового\n" in told


def test_it_speaks_english_too_but_the_paper_stays_russian(run, tmp_path, capsys):
    assert run("bad-ploshchadka.json", "--language", "en") == 0

    assert "Still missing:" in capsys.readouterr().out
    document = Document(io.BytesIO((tmp_path / "application.docx").read_bytes()))
    assert document.paragraphs[0].text == "Заявка на конкурс"


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({"contest": "fgp"}, "конкурса «fgp» нет; есть dvizhenie_pervyh, fpg, "),
        ({"out": "application.doc"}, "нужно имя файла с окончанием .docx, .pdf или .xlsx"),
        ({"out": "application"}, "нужно имя файла с окончанием .docx, .pdf или .xlsx"),
        ({"out": "no/such/folder/a.docx"}, "такой папки нет"),
        ({"name": "nowhere.json"}, "nowhere.json: "),
    ],
)
def test_what_cannot_be_used_is_named_and_nothing_is_written(
    run, tmp_path, capsys, change, complaint
):
    before = set(tmp_path.iterdir())

    assert run(**{"name": "good-pimokaty.json"} | change) == 2

    assert complaint in capsys.readouterr().err
    assert set(tmp_path.iterdir()) == before


def test_a_broken_brief_is_not_turned_into_a_paper(run, tmp_path, capsys):
    (tmp_path / "broken.json").write_text("{", encoding="utf-8")

    assert run("broken.json") == 2

    assert "broken.json: " in capsys.readouterr().err
