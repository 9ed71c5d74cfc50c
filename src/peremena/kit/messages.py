"""Catalogues of translations: compiled and compared without gettext on the machine.

The sentences in the code are English; each room keeps its Russian in its own `locale` folder.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import polib

from .sentences import Sentence, wanted

CATALOGUE = Path("locale/ru/LC_MESSAGES/django.po")
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|\{\w*\}|%[sd]")
HEADER = {
    "Content-Type": "text/plain; charset=UTF-8",
    "Content-Transfer-Encoding": "8bit",
    "Language": "ru",
    "Plural-Forms": "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && "
    "(n%100<12 || n%100>14) ? 1 : 2);",
}
FORMS = 3


def compile_all(source: Path) -> int:
    """Writes what Django reads beside each catalogue that is newer; how many were written."""
    count = 0
    for catalogue in source.glob("*/locale/*/LC_MESSAGES/*.po"):
        compiled = catalogue.with_suffix(".mo")
        if compiled.exists() and compiled.stat().st_mtime_ns >= catalogue.stat().st_mtime_ns:
            continue
        half = compiled.with_suffix(".mo.part")
        polib.pofile(str(catalogue)).save_as_mofile(str(half))
        half.replace(compiled)
        count += 1
    return count


def gaps(source: Path) -> Iterator[str]:
    """One line for each sentence without a full Russian translation, or a translation too many."""
    russian: dict[tuple[str, str], tuple[str, list[str]]] = {}
    for room in rooms(source):
        entries, said = translations(room), wanted(room)
        for sentence in sorted(said):
            problem = fault(sentence, entries.get(key(sentence)))
            if problem:
                yield f"{room.name}/{said[sentence]}: “{sentence.msgid}” {problem}"
        for surplus in sorted(entries.keys() - {key(sentence) for sentence in said}):
            yield f"{room.name}/{CATALOGUE}: “{surplus[0]}” is said nowhere any more"
        for name, entry in entries.items():
            first, texts = russian.setdefault(name, (room.name, forms(entry)))
            if texts != forms(entry):
                yield f"{room.name}/{CATALOGUE}: “{name[0]}” has another translation in {first}"


def add_missing(source: Path) -> int:
    """Puts what is missing into the catalogues, untranslated; how many sentences that were."""
    count = 0
    for room in rooms(source):
        catalogue = opened(room)
        known = {key_of(entry) for entry in catalogue}
        missing = {key(one): one for one in wanted(room) if key(one) not in known}
        catalogue.extend(blank(missing[name]) for name in sorted(missing))
        if missing:
            (room / CATALOGUE).parent.mkdir(parents=True, exist_ok=True)
            catalogue.save(str(room / CATALOGUE))
        count += len(missing)
    return count


def rooms(source: Path) -> list[Path]:
    return sorted(folder for folder in source.iterdir() if (folder / "__init__.py").exists())


def translations(room: Path) -> dict[tuple[str, str], polib.POEntry]:
    return {key_of(entry): entry for entry in opened(room)}


def opened(room: Path) -> polib.POFile:
    """The room's catalogue; a new one when it has none yet."""
    file = room / CATALOGUE
    catalogue = polib.pofile(str(file)) if file.exists() else polib.POFile()
    catalogue.wrapwidth = 100
    catalogue.metadata = catalogue.metadata or dict(HEADER)
    return catalogue


def key(sentence: Sentence) -> tuple[str, str]:
    """gettext knows a sentence by its singular and its context; the plural is no part of it."""
    return sentence.msgid, sentence.context


def key_of(entry: polib.POEntry) -> tuple[str, str]:
    return entry.msgid, entry.msgctxt or ""


def blank(sentence: Sentence) -> polib.POEntry:
    entry = polib.POEntry(msgid=sentence.msgid, msgctxt=sentence.context or None)
    if sentence.plural:
        entry.msgid_plural = sentence.plural
        entry.msgstr_plural = dict.fromkeys(range(FORMS), "")
    return entry


def fault(sentence: Sentence, entry: polib.POEntry | None) -> str:
    """Empty when the Russian is whole."""
    if entry is None:
        return "is not in the catalogue"
    if entry.obsolete or entry.fuzzy:
        return "is marked as obsolete or fuzzy"
    texts = forms(entry)
    if len(texts) != (FORMS if sentence.plural else 1) or not all(texts):
        return "has no translation, or lacks a plural form"
    known = placeholders(sentence.msgid, sentence.plural)
    if any(not placeholders(text) <= known for text in texts) or placeholders(*texts) != known:
        return "has other placeholders in Russian"
    return ""


def forms(entry: polib.POEntry) -> list[str]:
    return list(entry.msgstr_plural.values()) if entry.msgid_plural else [entry.msgstr]


def placeholders(*texts: str) -> set[str]:
    return {found for text in texts for found in PLACEHOLDER.findall(text)}
