"""LA: whether somebody from outside understands it: abbreviations, long sentences, misprints."""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache

from peremena.kit import russian
from peremena.projects.brief import section_of

from . import text
from .remarks import Finding
from .rule import Case, Findings

ABBREVIATION = re.compile(r"(?<![\w«„\"-])[А-ЯЁ]{2,6}(?![\w»“\"-])")
LATIN = re.compile(r"(?<![\w@./:-])[a-z]{4,}(?:[ -][a-z]{3,})*(?![\w@./:-])")
CENTURY = re.compile(r"[ХIСМ]+$")
# What a villager and an expert both read without a thought.
KNOWN = frozenset(
    """
    РФ СССР РСФСР ДК СДК ФАП АНО НКО СОНКО ТОС КФХ ЛПХ ООО ОАО ЗАО ПАО АО ИП ИНН ОГРН ОГРНИП КПП
    ДТП МЧС МВД ГИБДД ФОК ЖКХ ЖЭК ГПХ ГПД ТВ МФЦ ОВЗ ВОВ СВО ЗОЖ СМИ ГТО ВУЗ ЗАГС ГСМ КП УПД ПК
    ЭВМ МКУ МБУ МБУК МБОУ МКОУ МАУ БУ КУ ГУ ФЗ СНТ ТСЖ ЧП ЧС ЛЭП АЗС ПДД ОБЖ ЕГЭ ОГЭ ТЮЗ ВК
    СК РДК ЦРБ ЦДТ ДЮСШ ДШИ ПТУ США НДС МРОТ СПК МТФ МТС ФПГ ФСБ ФИО ОФП ЛФК ЭКГ УЗИ ГОСТ СНИП
    СИЗ ДВП ДСП МДФ ПВХ ЛДСП БТИ ВЛКСМ ЦСО КЦСОН КДЦ ЦКС ПФР СФР МО АТП ТЭЦ ДОСААФ ОСАГО
    """.split()  # noqa: SIM905 -- a paragraph reads better than a column
)
FAMILIAR_LATIN = frozenset(
    {"online", "offline", "email", "wifi", "telegram", "whatsapp", "youtube"}
)
LONGEST_SENTENCE = 35
SHORTEST_WORD = 6
LETTERS = "абвгдежзийклмнопрстуфхцчшщъыьэюя"
PLAIN_WORD = re.compile(r"(?<![\w-])[а-яё]{6,}(?![\w-])")
NAMED = 3
ADJECTIVE = re.compile(
    r"(\w{4,}?)(?:н|ск|ов|ев|очн|енн)(?:ый|ий|ой|ая|ое|ые|ого|ому|ым|ыми|ых|ую|ом|ие|их)$"
)
NOUN_ENDINGS = ("", "а", "я", "о", "е", "ь", "ка")


def words_are_plain(case: Case) -> Findings:
    """LA-01: abbreviations are spelt out once; no foreign words in foreign letters."""
    whole = " ".join(saying.text for saying in case.said)
    for saying in case.said:
        if not saying.is_prose:
            continue
        if short := next(_unexplained(saying.text, whole), ""):
            yield Finding(saying.field, place=short, variant="abbreviation")
        elif foreign := _foreign(saying.text):
            yield Finding(saying.field, place=foreign, variant="latin")


def sentences_are_short(case: Case) -> Findings:
    """LA-05: thirty-five words at most; the goal has a rule of its own."""
    for saying in case.said:
        if not saying.is_prose or saying.field == "goal.text":
            continue
        for sentence in text.sentences(saying.text):
            if (length := len(text.words(sentence))) > LONGEST_SENTENCE:
                yield Finding(saying.field, place=sentence, values={"length": length})
                break


def words_are_in_the_dictionary(case: Case) -> Findings:
    """LA-07: words one letter away from a known one; one finding for a whole section."""
    slips: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for saying in case.said:
        for word in PLAIN_WORD.findall(text.without_quotes(saying.text)) if saying.is_prose else ():
            if meant := meant_by(text.plain(word)):
                slips[section_of(saying.field)].append((saying.field, f"{word} → {meant}"))
    for found in slips.values():
        told = list(dict.fromkeys(slip for _field, slip in found))
        values = {"words": ", ".join(told[:NAMED]), "count": len(told)}
        yield Finding(found[0][0], place=told[0].partition(" ")[0], values=values)


def _unexplained(said: str, whole: str) -> Iterator[str]:
    shouted = sum(word.isupper() for word in said.split())
    if shouted * 2 > len(said.split()) > 2:
        return
    for match in ABBREVIATION.finditer(said):
        short = match[0]
        if short in KNOWN or CENTURY.match(short) or _is_explained(short, whole):
            continue
        yield short


def _is_explained(short: str, whole: str) -> bool:
    return bool(re.search(rf"\({short}\)|{short}\s*[(—–]|{short},? (?:то есть|это)\b", whole))


def _foreign(said: str) -> str:
    for match in LATIN.finditer(text.without_quotes(said)):
        if match[0] not in FAMILIAR_LATIN:
            return match[0]
    return ""


@lru_cache(maxsize=text.CACHED_WORDS)
def meant_by(word: str) -> str:
    """The only known word one letter away from an unknown one; "" when there is none or several."""
    is_known = russian.morphology().word_is_known
    if len(word) < SHORTEST_WORD or is_known(word) or _is_derived(word):
        return ""
    lemmas = {text.lemma(near): near for near in _neighbours(word) if is_known(near)}
    return next(iter(lemmas.values())) if len(lemmas) == 1 else ""


def _is_derived(word: str) -> bool:
    """An adjective that no dictionary has, of a noun that it has: «заплатный» of «заплата»."""
    match = ADJECTIVE.match(word)
    is_known = russian.morphology().word_is_known
    return match is not None and any(is_known(match[1] + ending) for ending in NOUN_ENDINGS)


def _neighbours(word: str) -> Iterator[str]:
    """One letter less, more or other, or two changed about; the first letter stays."""
    for place in range(1, len(word) + 1):
        before, after = word[:place], word[place:]
        if after:
            yield before + after[1:]
        if len(after) > 1:
            yield before + after[1] + after[0] + after[2:]
        for letter in LETTERS:
            yield before + letter + after
            if after:
                yield before + letter + after[1:]
