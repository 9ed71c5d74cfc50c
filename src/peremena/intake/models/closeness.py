"""Who is too close to whom: found by posts, or told by the marker."""

from django.db.models import Q

from peremena.places.models import Post

from .candidates import Candidate, CandidateQuerySet
from .selection import Marker


def closeness(marker: Marker) -> Q:
    """What is true of the applications that the marker may neither open nor mark: their own, told
    of, of a territory or of an organisation where they hold a post today."""
    posts = Post.objects.filter(person=marker.person_id, until=None)
    bodies = posts.exclude(organisation=None).values("organisation")
    colleagues = Post.objects.filter(organisation__in=bodies, until=None).values("person")
    declared = marker.conflicts.values("candidate")
    return (
        Q(person=marker.person_id)
        | Q(pk__in=declared)
        | Q(territory__in=posts.values("territory"))
        | Q(person__in=colleagues)
    )


def to_mark(marker: Marker) -> CandidateQuerySet:
    """What the marker has to read, marked or not; others' marks never change this."""
    rows = Candidate.objects.filter(call=marker.call_id).handed_in()
    return rows.exclude(pk__in=rows.filter(closeness(marker)).values("pk"))
