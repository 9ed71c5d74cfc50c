"""`./peremena bench`: speed and memory of what people wait for, as a table."""

import argparse
import resource
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from . import big_call, measuring, slow_link

if TYPE_CHECKING:
    from peremena.projects.brief import Brief

TERRITORIES = 2000
WARM_UP, MANY, OFTEN = 2_000, 10_000, 20


@dataclass(frozen=True)
class Row:
    """One line of the table; `amount` with its unit, `note` says of what."""

    name: str
    amount: str
    note: str = ""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--briefs", type=int, default=200, help="how many to check (200)")
    parser.add_argument("--no-pages", action="store_true", help="leave out the pages")


def run(options: argparse.Namespace) -> int:
    for row in rows(options):
        print(f"{row.name:34} {row.amount:>16}   {row.note}", flush=True)
    return 0


def rows(options: argparse.Namespace) -> Iterator[Row]:
    yield from of_checks(options.briefs)
    yield from of_papers()
    if not options.no_pages:
        with tempfile.TemporaryDirectory() as state:
            for page in measuring.pages(Path(state)):
                note = f"{page.queries} queries, {page.bytes / 1024:.1f} KB compressed"
                yield Row(f"page {page.name}", f"{page.milliseconds:.1f} ms CPU", note)
            yield of_import()
            yield from of_search()
            yield from of_big_call()
        with tempfile.TemporaryDirectory() as state:
            yield from of_slow_link(Path(state))


def of_big_call() -> Iterator[Row]:
    """In the same demonstration: one call, ten thousand applications, decisions for all."""
    first, staff = big_call.filled(MANY)
    for page in big_call.pages(first, staff):
        note = f"{page.queries} queries, {page.bytes / 1024:.1f} KB compressed"
        yield Row(page.name, f"{page.milliseconds:.1f} ms CPU", note)
    lines, seconds, grew = big_call.table(first, staff, resident)
    yield Row("10,000 apply: the table", f"{seconds:.1f} s CPU", f"{lines} lines, {grew:+.1f} MB")


def of_slow_link(state: Path) -> Iterator[Row]:
    for visit in slow_link.visits(state):
        note = f"a field in sight; words kept from {visit.kept:.1f} s, sent from {visit.sent:.1f} s"
        yield Row(f"64 kbit/s, 800 ms: {visit.name} visit", f"{visit.in_sight:.1f} s", note)


def of_import() -> Row:
    """In the demonstration that the pages were measured in."""
    looked, brought = measuring.importing(TERRITORIES)
    note = f"{looked:.2f} s to look through, {brought:.2f} s to bring in"
    return Row(f"{TERRITORIES} territories by a file", f"{looked + brought:.2f} s CPU", note)


def of_checks(number: int) -> Iterator[Row]:
    from peremena.projects.brief import export, read
    from peremena.projects.brief.samples import sample
    from peremena.projects.checks import check

    texts = [export(sample(seed)) for seed in range(number)]
    check(read(texts[0]))
    reading = cpu(lambda: [read(text) for text in texts])
    briefs = [read(text) for text in texts]
    seconds = cpu(lambda: [check(brief) for brief in briefs])
    size = sum(len(text.encode()) for text in texts) / number / 1024
    yield Row("read a brief", f"{1000 * reading / number:.2f} ms CPU", f"{size:.0f} KB each")
    yield Row("check a brief", f"{1000 * seconds / number:.2f} ms CPU", "all rules, after warm-up")
    yield Row("briefs checked", f"{number / seconds:.0f} a second", f"{number} generated ones")
    yield from of_whole_briefs()
    yield of_memory()


def of_whole_briefs() -> Iterator[Row]:
    """The brief that a team hands in, and the one that most is said of."""
    from peremena.projects import examples
    from peremena.projects.brief import read
    from peremena.projects.checks import check

    for name in ("good-pimokaty", "bad-ploshchadka"):
        brief = read(examples.text(name))
        found = len(check(brief))
        seconds = cpu(partial(checked_often, brief)) / OFTEN
        yield Row(f"check {name}", f"{1000 * seconds:.1f} ms CPU", f"{found} remarks")


def checked_often(brief: "Brief") -> None:
    from peremena.projects.checks import check

    for _ in range(OFTEN):
        check(brief)


def of_memory() -> Row:
    """One process, one brief after another, none of them kept."""
    from peremena.projects.brief.samples import sample
    from peremena.projects.checks import check

    for seed in range(WARM_UP):
        check(sample(seed))
    before = resident()
    for seed in range(WARM_UP, WARM_UP + MANY):
        check(sample(seed))
    after = resident()
    note = f"{before:.0f} MB before, {after:.0f} MB after"
    return Row(f"memory, {MANY:,} briefs checked", f"{after - before:+.1f} MB", note)


def resident() -> float:
    """Megabytes of memory now; the most so far where the system does not tell."""
    pages = Path("/proc/self/statm")
    if pages.exists():
        return int(pages.read_text().split()[1]) * resource.getpagesize() / 2**20
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def of_papers() -> Iterator[Row]:
    from peremena.contests import catalogue, papers
    from peremena.contests.composition import compose
    from peremena.projects import examples
    from peremena.projects.brief import read

    paper = compose(read(examples.text("good-pimokaty")), catalogue.get("fpg"))
    for kind, write in papers.WRITERS.items():
        size = len(write(paper)) / 1024
        seconds = cpu(partial(write, paper))
        yield Row(
            f"application as {kind.upper()}", f"{1000 * seconds:.0f} ms CPU", f"{size:.0f} KB"
        )


def of_search() -> Iterator[Row]:
    """In the database of the pages, which has been made by then."""
    from django.contrib.auth.models import AnonymousUser
    from django.core.cache import cache

    from peremena.desk import search

    texts = measuring.things_to_find(10_000)
    indexing = cpu(lambda: measuring.put_into_index(texts))
    yield Row("index 10,000 things", f"{indexing:.1f} s CPU", "60 words each")
    cache.set("search.fresh", "yes", 600)
    for question in ("катки и мастерские", "школа"):
        seconds = cpu(partial(search.ask, question, AnonymousUser()))
        yield Row(f"search “{question}”", f"{1000 * seconds:.0f} ms CPU", "of 10,000, ranked")
    refreshing = cpu(search.refresh)
    yield Row("look what has changed", f"{1000 * refreshing:.0f} ms CPU", "and drop the 10,000")


def cpu(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start
