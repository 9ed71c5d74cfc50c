"""Whatever is known of a contest, remarks are whole: nothing breaks, no placeholder is left."""

import json
from datetime import UTC, date, datetime, time, timedelta, timezone
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peremena.projects.brief import read
from peremena.projects.brief.samples import sample
from peremena.projects.checks import Circumstances, ContestFacts, check
from tests.generated_briefs import contents

DAYS = st.dates(date(2027, 1, 1), date(2028, 9, 30))
SHARES = st.sampled_from([Decimal(0), Decimal("0.3"), Decimal(1)])
SUMS = st.integers(0, 100_000_000).map(lambda kopecks: Decimal(kopecks) / 100)
ZONES = st.sampled_from([UTC, *(timezone(timedelta(hours=hours)) for hours in (3, 6, 12))])
CONTESTS = st.builds(
    ContestFacts,
    title=st.just("Добрые соседи"),
    applicants_allowed=st.none() | st.frozensets(st.sampled_from(["ngo", "tos"])),
    field_limits=st.sampled_from([{}, {"goal.text": 10, "project.summary": 0}]),
    applicants_refused=st.sampled_from([{}, {"ngo": "Нужна школа."}]),
    minimum=st.none() | SUMS,
    maximum=st.none() | SUMS,
    own_share=st.none() | SHARES,
    category_limits=st.dictionaries(st.sampled_from(["equipment", "people", "прочее"]), SHARES),
    prohibited_stems=st.sampled_from([(), ("работа", "материал"), ("шерсть (", "[")]),
    earliest_start=st.none() | DAYS,
    latest_end=st.none() | DAYS,
    deadline=st.none() | st.builds(datetime.combine, DAYS, st.just(time(23, 30)), ZONES),
    minimum_age_months=st.none() | st.integers(0, 60),
)
BRIEFS = st.integers(0, 10_000).map(sample)
READ = contents().map(lambda content: read(json.dumps(content)))


@pytest.mark.slow
@given(BRIEFS | READ, CONTESTS, st.none() | DAYS, BRIEFS, st.sampled_from(["ru", "en"]))
def test_remarks_are_whole_under_any_contest(project, contest, today, other, language):
    circumstances = Circumstances(today, contest, others=(other,))

    remarks = check(project, circumstances, language=language)

    assert all(remark.text.strip() and remark.advice.strip() for remark in remarks)
    assert [remark for remark in remarks if "None" in f"{remark.text} {remark.advice}"] == []
