"""What a saved page's script is told beside its words: who else is here, which remarks are gone."""

from collections.abc import Sequence
from typing import Any

from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from peremena.projects import words
from peremena.projects.models import Project
from peremena.projects.queries.progress import News

MOST_WHOLE = 2


def beside(project: Project, news: News | None, others: Sequence[str]) -> dict[str, Any]:
    """Parts of the page, so that it need not be drawn anew; empty words clear what stood there."""
    here = render_to_string("projects/here.html", {"others": others})
    return {"here": here} | (of_remarks(project, news) if news else {})


def of_remarks(project: Project, news: News) -> dict[str, Any]:
    """Of many remarks only the first come with all that is to be said of them."""
    whole, brief = news.here[:MOST_WHOLE], news.here[MOST_WHOLE:]
    context = {"project": project, "whole": whole, "brief": brief}
    came = render_to_string("projects/live.html", context) if news.here else ""
    told = {"gone": sorted(news.whole.outdated), "came": came, "said": spoken(news)}
    return told | ({} if news.is_left else {"clean": _("Nothing to stumble over on this page.")})


def spoken(news: News) -> str:
    turn = news.whole.turn
    sentences = [words.got_better(len(turn.gone))] if turn.gone else []
    if turn.came:
        sentences.append(words.came(len(turn.came)))
    return " ".join(sentences)
