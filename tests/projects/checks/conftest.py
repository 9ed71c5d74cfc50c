"""Briefs to try rules on: the good one, changed in one place."""

import dataclasses
import json
from importlib import resources

import pytest

from peremena.projects import brief
from peremena.projects.checks import Circumstances, check

EXAMPLES = resources.files("peremena.projects") / "examples"


@pytest.fixture
def good():
    """The JSON of the good example, to change in one place; no error, no warning in it."""
    return json.loads((EXAMPLES / "good-pimokaty.json").read_text(encoding="utf-8"))


@pytest.fixture
def bad():
    return json.loads((EXAMPLES / "bad-ploshchadka.json").read_text(encoding="utf-8"))


@pytest.fixture
def remarks():
    """All remarks about a brief's JSON, with plain spaces in their texts."""

    def remarks(content, language="ru", **circumstances):
        project = brief.read(json.dumps(content, ensure_ascii=False))
        return [
            dataclasses.replace(remark, text=remark.text.replace("\u00a0", " "))
            for remark in check(project, Circumstances(**circumstances), language=language)
        ]

    return remarks


@pytest.fixture
def said(remarks):
    """What one rule says of a brief's JSON: the text of each remark, with plain spaces."""

    def said(content, rule, **circumstances):
        spoken = [r for r in remarks(content, **circumstances) if r.rule == rule]
        return [remark.text.replace("\u00a0", " ") for remark in spoken]

    return said


@pytest.fixture
def found(remarks):
    """What one rule finds in a brief's JSON: (field, severity, place) of each remark."""

    def found(content, rule, **circumstances):
        spoken = [r for r in remarks(content, **circumstances) if r.rule == rule]
        return [(remark.field, str(remark.severity), remark.place) for remark in spoken]

    return found
