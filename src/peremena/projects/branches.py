"""A box of the problem's tree as somebody wrote it. Pure: no Django, no database."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass

from peremena.drafts.paths import join

CORE, CAUSES, EFFECTS = "problem.core", "problem.causes", "problem.effects"
STATES = {"take": "on", "aside": "", "later": ""}


@dataclass(frozen=True)
class Written:
    """`path`: of a row or of the core; `words`: by names of its fields, only those that were shown.

    `state`: take, aside or later, empty where it was not asked. `cause`, `effect`: words of a new
    box that hangs on this one. `base`: the version that was shown.
    """

    path: str
    words: Mapping[str, str]
    state: str
    cause: str
    effect: str
    operation: str
    base: int

    @property
    def new(self) -> str:
        """The path of the new box, or nothing. The same however often the same is sent."""
        if not (self.cause or self.effect):
            return ""
        said = f"{self.operation}\n{self.path}\n{self.cause}\n{self.effect}"
        name = "b" + hashlib.sha256(said.encode()).hexdigest()[:8]
        return join(CAUSES if self.cause else EFFECTS, name)

    def fields(self) -> dict[str, str]:
        """What is to be saved, by path."""
        written = dict(self.own())
        if self.new:
            written[join(self.new, "text")] = self.cause or self.effect
            if self.path != CORE:
                written[join(self.new, "under")] = self.path.rpartition(".")[2]
        return written

    def own(self) -> dict[str, str]:
        if self.path == CORE:
            return {CORE: self.words["text"]} if "text" in self.words else {}
        own = {join(self.path, name): text for name, text in self.words.items()}
        if self.state:
            own[join(self.path, "chosen")] = STATES[self.state]
        return own
