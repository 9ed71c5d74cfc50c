"""What several papers say of a brief, in the same words."""

from decimal import Decimal

from peremena.kit import typesetting
from peremena.projects.brief import Brief, sums
from peremena.projects.brief.people import Member, Partner
from peremena.projects.brief.work import Activity, Result
from peremena.projects.pictures import shapes

UNTITLED = "Проект пока без названия"


def title(brief: Brief) -> str:
    return said(brief.project.title) or UNTITLED


def said(text: str | None) -> str:
    """One line without unprintable signs; "" for nothing."""
    return " ".join(typesetting.clean(text).split())


def short(text: str | None, letters: int) -> str:
    """At most so many letters, cut at a word where one ends near."""
    line = said(text)
    if len(line) <= letters:
        return line
    cut = line[: letters - 1]
    at = cut.rfind(" ")
    return (cut[:at] if at > letters // 2 else cut).rstrip(" ,;:—–") + shapes.ELLIPSIS


def leader(brief: Brief) -> Member | None:
    """Whose role says so, else the first of the team."""
    heads = (one for one in brief.team if "руковод" in (one.role or "").lower())
    return next(heads, brief.team[0] if brief.team else None)


def term(brief: Brief) -> str:
    return typesetting.period(brief.project.start, brief.project.end)


def dated(activity: Activity) -> str:
    return typesetting.joined(
        said(activity.title), typesetting.period(activity.start, activity.end), by=" — "
    )


def measured(result: Result) -> str:
    """«пропусков уроков в неделю: 31 → 12»; the words alone where there is no number."""
    if result.target is None:
        return said(result.text)
    numbers = " → ".join(
        typesetting.number(value) for value in (result.base, result.target) if value is not None
    )
    return f"{said(result.indicator) or said(result.text)}: {numbers}"


def worth(partner: Partner, brief: Brief) -> Decimal | None:
    """What the partner's help is worth: as written, else as the budget has it."""
    if partner.money is not None:
        return partner.money
    lines = [line for line in brief.budget if line.partner == partner.id]
    return sums.total(lines) if lines else None
