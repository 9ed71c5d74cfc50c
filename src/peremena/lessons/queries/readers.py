"""Who is told about the lessons of a cohort."""

from django.db.models import Q, QuerySet

from peremena.cohorts.models import Cohort, Enrolment
from peremena.people.models import Person
from peremena.projects.models import Membership


def readers(cohort: Cohort) -> QuerySet[Person]:
    """Everybody who learns or mentors there, and the teams as they are now."""
    sitting = Enrolment.objects.filter(cohort=cohort).sitting()
    teams = Membership.objects.current().filter(project__in=sitting.values("project"))
    is_told = Q(pk__in=sitting.values("person")) | Q(pk__in=teams.values("person"))
    return Person.objects.filter(is_told, is_active=True).order_by("pk")


def team(enrolment: Enrolment) -> QuerySet[Person]:
    """The person and the team of the project."""
    members = Membership.objects.current().filter(project=enrolment.project_id or 0)
    is_told = Q(pk=enrolment.person_id) | Q(pk__in=members.values("person"))
    return Person.objects.filter(is_told, is_active=True).order_by("pk")
