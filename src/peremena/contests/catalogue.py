"""All contests we keep a record of, read once from `data/*.json`. Pure: no Django, no database."""

from functools import cache
from pathlib import Path

from pydantic import ValidationError

from .records import Contest

DATA = Path(__file__).parent / "data"
NEAREST_FIRST = {"regional": 0, "federal": 1, "foundation": 2}


class UnknownContest(LookupError):  # noqa: N818 -- reads better where it is caught
    """`known`: the ids that would have been found."""

    def __init__(self, contest_id: str, known: list[str]) -> None:
        super().__init__(f"no contest “{contest_id}”; known: {', '.join(known)}")
        self.known = known


class BrokenRecord(ValueError):  # noqa: N818 -- reads better where it is caught
    """A data file that is not a record of a contest: which file, where in it, what is wrong."""


@cache
def records() -> tuple[Contest, ...]:
    """The nearest level first, then by name. Raises `BrokenRecord`."""
    found = [read(file) for file in sorted(DATA.glob("*.json"))]
    return tuple(
        sorted(found, key=lambda record: (NEAREST_FIRST[record.level], record.short.ru.casefold()))
    )


def get(contest_id: str) -> Contest:
    """Raises `UnknownContest`, which lists the known ids."""
    known = {record.id: record for record in records()}
    if contest_id not in known:
        raise UnknownContest(contest_id, sorted(known))
    return known[contest_id]


def read(file: Path) -> Contest:
    """One record; its id is the file's name. Raises `BrokenRecord`."""
    try:
        record = Contest.model_validate_json(file.read_bytes())
    except ValidationError as error:
        raise BrokenRecord(f"{file.name}: {_first_fault(error)}") from error
    if record.id != file.stem:
        raise BrokenRecord(f"{file.name}: the record calls itself “{record.id}”")
    return record


def _first_fault(error: ValidationError) -> str:
    fault = error.errors(include_url=False)[0]
    place = ".".join(str(step) for step in fault["loc"])
    return f"{place}: {fault['msg']}" if place else fault["msg"]
