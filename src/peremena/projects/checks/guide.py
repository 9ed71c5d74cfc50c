"""Pages of the guide about the rules, in Russian, made of the rules themselves."""

from collections.abc import Iterator, Mapping

from .checking import RULES
from .order import METHOD
from .remarks import Severity
from .rule import Rule
from .wording import SPACE, Words, plural, sources, words_of_rules

GROUPS = {
    "PR": ("problema", "Проблема"), "TG": ("gruppy", "Для кого"), "GO": ("tsel", "Цель"),
    "TA": ("zadachi", "Задачи"), "AC": ("plan", "План"), "RE": ("rezultaty", "Результаты"),
    "BU": ("smeta", "Смета"), "PA": ("partnery", "Партнёры и свой вклад"),
    "TE": ("komanda", "Команда"), "RI": ("riski", "Риски"), "SU": ("posle", "После проекта"),
    "IN": ("rasskaz", "Рассказ о проекте"), "EL": ("podacha", "Кто и когда подаёт"),
    "LA": ("yazyk", "Язык и единство"),
}  # fmt: skip
NAMES = {Severity.ERROR: "ошибка", Severity.WARNING: "слабое место", Severity.HINT: "подсказка"}
PROFILES = {"ngo": "грант для НКО", "ib": "инициативный проект"}
MADE = "Эта страница собрана из самих правил командой `./peremena fix`."


def pages() -> Mapping[str, str]:
    """Name of the file → its text: a list of the groups, and a page for each."""
    return {"README.md": _contents()} | {
        f"{name}.md": _page(group, title) for group, (name, title) in GROUPS.items()
    }


def _contents() -> str:
    count = f"{len(RULES)}{SPACE}{plural(len(RULES), ['правило', 'правила', 'правил'])}"
    lines = [
        "# Все правила", "",
        f"{count}, по которым программа читает проект. Они советуют, а решаете вы.", "",
        "| О чём | Правил | Читать |", "| --- | --- | --- |",
    ]  # fmt: skip
    for group in METHOD:
        name, title = GROUPS[group]
        lines.append(f"| {title} | {len(_rules(group))} | [{group}-01 и дальше]({name}.md) |")
    return "\n".join([*lines, "", MADE, ""])


def _page(group: str, title: str) -> str:
    words = words_of_rules("ru")
    parts = [part for rule in _rules(group) for part in _rule(rule, words[rule.id])]
    return "\n".join([f"# {title}", "", "[Все правила](README.md)", "", *parts, MADE, ""])


def _rules(group: str) -> list[Rule]:
    return [rule for rule in RULES if rule.id.startswith(group)]


def _rule(rule: Rule, words: Words) -> Iterator[str]:
    yield from (f"## {rule.id} · {words.title}", "", f"*{_severity(rule)}*", "", words.why, "")
    yield from _advice(words)
    names = sources("ru")
    told = "; ".join(names[source] for source in rule.sources or ("own",))
    yield from ("", f"Хорошо: {words.example}", "", f"Откуда: {told}.", "")


def _severity(rule: Rule) -> str:
    """One word when both profiles agree, else what it is in each."""
    if rule.ngo == rule.ib and rule.ngo:
        return NAMES[rule.ngo].capitalize()
    each = ((PROFILES["ngo"], rule.ngo), (PROFILES["ib"], rule.ib))
    return "; ".join(
        f"{name} — {NAMES[severity] if severity else 'не проверяется'}" for name, severity in each
    ).capitalize()


def _advice(words: Words) -> Iterator[str]:
    advice = [words.advice] if isinstance(words.advice, str) else list(words.advice.values())
    known = list(dict.fromkeys(advice))
    if len(known) == 1:
        yield f"Что делать: {known[0]}"
        return
    yield from ("Что делать:", "")
    yield from (f"- {sentence}" for sentence in known)
