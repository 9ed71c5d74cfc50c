"""Comments as talks: a first comment with its answers, pinned to a field."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from .marks import Mark
from .models import Comment
from .outline import Group, node_at
from .paths import Content, stands

PAGE = ""
"""Where talks about the whole page stand, and those whose row was removed."""


@dataclass(frozen=True)
class Talk:
    """`has_lost_place`: its row was removed since; the quotation says what it was about."""

    first: Comment
    answers: tuple[Comment, ...] = ()
    has_lost_place: bool = False

    @property
    def is_open(self) -> bool:
        return self.first.closed_at is None

    @property
    def answering(self) -> str:
        return f"answer:{self.first.pk}"

    @property
    def settling(self) -> str:
        """Closes an open talk and opens a closed one."""
        return f"{'close' if self.is_open else 'reopen'}:{self.first.pk}"


@dataclass(frozen=True)
class Talks:
    """All talks at one place of a page."""

    path: str
    talks: tuple[Talk, ...] = ()

    @property
    def are_open(self) -> bool:
        return any(talk.is_open for talk in self.talks)

    @property
    def saying(self) -> str:
        return f"say:{self.path}"


def pinned(comments: Iterable[Comment], group: Group, content: Content) -> dict[str, list[Talk]]:
    """Talks by the path of the field where they are shown. `comments` come oldest first."""
    answers: dict[int, list[Comment]] = defaultdict(list)
    firsts = []
    for comment in comments:
        if comment.parent_id is None:
            firsts.append(comment)
        else:
            answers[comment.parent_id].append(comment)
    found: dict[str, list[Talk]] = defaultdict(list)
    for first in firsts:
        place = place_of(first.path, group, content)
        talk = Talk(first, tuple(answers[first.pk]), has_lost_place=place != first.path)
        found[place].append(talk)
    return found


def place_of(path: str, group: Group, content: Content) -> str:
    there = path and isinstance(node_at(group, path), Mark) and stands(content, path)
    return path if there else PAGE
