"""How many aims a goal has: lists, sentences and clauses with an aim of their own."""

import re

from . import stems, text

NUMBERED = re.compile(r"(?:^|\s)1[.)]\s.*\s2[.)]\s", re.DOTALL)


def is_list(goal: str) -> bool:
    """Semicolons, numbers, or several sentences that each begin with what to do."""
    bare = text.without_quotes(goal)
    openings = sum(_opens_with_a_verb(sentence) for sentence in text.sentences(bare))
    return ";" in bare or bool(NUMBERED.search(bare)) or openings > 1


def second(goal: str) -> str:
    """From «и» to the verb of a second aim: «создать мастерскую и благоустроить парк»; "" if none.

    Silent when the verbs share an object, when the second leans on the first («открыть клуб и
    проводить в нём вечера») or tells what changes by it («открыть клуб и вернуть подростков»).
    """
    spoken = list(text.WORD.finditer(text.without_quotes(goal)))
    plain = [text.plain(word[0]) for word in spoken]
    verbs = [index for index, word in enumerate(plain) if text.is_infinitive(word)]
    if len(verbs) < 2 or verbs[0] > 1:
        return ""
    first, then = verbs[0], verbs[1]
    if plain[then - 1] != "и" or then - first < 3 or _leans(plain, first, then):
        return ""
    object_of_first = goal[spoken[first].end() : spoken[then - 1].start()]
    object_of_second = goal[spoken[then].end() :]
    if text.roots(object_of_first) & text.roots(object_of_second):
        return ""
    return goal[spoken[then - 1].start() : spoken[then].end()]


def _leans(words: list[str], first: int, then: int) -> bool:
    """Whether the second verb speaks of the first one's object, or is the change it brings."""
    change_by_deed = stems.CHANGE.match(words[then]) and not stems.CHANGE.match(words[first])
    return bool(change_by_deed or stems.LEANS.intersection(words[then + 1 :]))


def _opens_with_a_verb(sentence: str) -> bool:
    words = text.words(sentence)
    return bool(words) and text.is_infinitive(words[0])
