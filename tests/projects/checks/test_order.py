"""Which remarks come first."""

import dataclasses

from peremena.projects.brief import Section
from peremena.projects.checks import Remark, Severity, shown
from peremena.projects.checks.order import by_use

ANY = Remark(
    rule="PR-01", severity=Severity.ERROR, section=Section.PROBLEM, field="problem.core", place="",
    title="", text="", advice="", example="", why="", source="",
)  # fmt: skip


def remark(rule, severity="E", field="problem.core"):
    return dataclasses.replace(ANY, rule=rule, severity=Severity(severity), field=field)


def rules(remarks):
    return [remark.rule for remark in remarks]


def test_errors_come_before_warnings_and_hints():
    remarks = [remark("PR-05", "H"), remark("PR-02", "W"), remark("EL-02", "E")]

    assert rules(by_use(remarks)) == ["EL-02", "PR-02", "PR-05"]


def test_among_equals_the_order_of_the_method_decides():
    remarks = [remark(rule) for rule in ("EL-02", "BU-01", "TA-03", "GO-01", "RE-01", "PR-01")]

    assert rules(by_use(remarks)) == ["PR-01", "GO-01", "TA-03", "RE-01", "BU-01", "EL-02"]


def test_fields_of_a_rule_keep_their_order():
    remarks = [remark("BU-01", field=f"budget.b{number}.sum") for number in (3, 1, 2)]

    assert by_use(remarks) == remarks


def test_one_of_each_rule_is_shown_before_a_second_of_any():
    remarks = [remark("PR-01", field=f"field{number}") for number in range(9)]
    remarks += [remark("GO-02", "W"), remark("BU-10", "H")]

    first, rest = shown(remarks)

    assert rules(first)[:3] == ["PR-01", "GO-02", "BU-10"]
    assert (len(first), len(rest)) == (7, 4)


def test_a_few_remarks_are_all_shown():
    assert shown([remark("PR-01")]) == ([remark("PR-01")], [])
