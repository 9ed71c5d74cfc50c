"""What a saved page's script is told about remarks: which are gone, which to show instead."""

from typing import Any

from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from peremena.projects import words
from peremena.projects.queries.progress import News

MOST_AT_ONCE = 4


def beside(news: News | None) -> dict[str, Any] | None:
    """Parts of the page; with too many of them the page is drawn anew instead."""
    if news is None:
        return None
    said = spoken(news)
    if len(news.here) > MOST_AT_ONCE:
        return {"redraw": True, "said": said}
    came = render_to_string("projects/live.html", {"remarks": news.here}) if news.here else ""
    told = {"gone": sorted(news.whole.outdated), "came": came, "said": said}
    return told | ({} if news.is_left else {"clean": _("Nothing to stumble over on this page.")})


def spoken(news: News) -> str:
    turn = news.whole.turn
    sentences = [words.got_better(len(turn.gone))] if turn.gone else []
    if turn.came:
        sentences.append(words.came(len(turn.came)))
    return " ".join(sentences)
