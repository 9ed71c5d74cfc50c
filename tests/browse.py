"""A test client that reads each page it gets, and fails on what a reader would stumble over."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from itertools import pairwise

from django.test import Client

VOID = {"area", "br", "col", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
BLOCKS = {"article", "dl", "details", "div", "fieldset", "form", "header", "h1", "h2", "h3", "h4",
          "nav", "ol", "p", "section", "table", "ul"}  # fmt: skip
NAMELESS = {"hidden", "submit", "button", "reset", "image"}
RESOURCES = {"script": "src", "img": "src", "iframe": "src", "link": "href", "source": "src"}
SPACE = re.compile(r"\s")  # such as the one in 1 000, when a number was set for reading
ELSEWHERE = re.compile(r"(https?:)?//", re.IGNORECASE)


class Browse(Client):
    def request(self, **request):
        response = super().request(**request)
        if response.headers.get("Content-Type", "").startswith("text/html"):
            assert not (faults := page_faults(response.text)), "\n".join(faults)
        return response


@dataclass(eq=False)
class Element:
    tag: str
    attributes: dict[str, str]
    around: tuple["Element", ...]
    words: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        attributes = "".join(f' {key}="{value}"' for key, value in self.attributes.items())
        return f"<{self.tag}{attributes}>"

    @property
    def id(self) -> str:
        return self.attributes.get("id", "")

    @property
    def name(self) -> str:
        """What a screen reader says; not whole, but enough to tell that it says something."""
        said = self.attributes.get("aria-label") or self.attributes.get("aria-labelledby")
        return (said or "".join(self.words)).strip()

    def is_in(self, tag: str) -> bool:
        return any(one.tag == tag for one in self.around)


class Page(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[Element] = []
        self.open: list[Element] = []
        self.faults: list[str] = []
        self.feed(text)
        self.close()
        self.faults += [f"{one} is never closed" for one in self.open]

    def handle_starttag(self, tag, attributes):
        self.handle_startendtag(tag, attributes)
        if tag not in VOID:
            self.open.append(self.elements[-1])

    def handle_startendtag(self, tag, attributes):
        known = {key: value or "" for key, value in attributes}
        element = Element(tag, known, tuple(self.open))
        self.elements.append(element)
        if len(known) < len(attributes):
            self.faults.append(f"{element} says an attribute twice")
        if tag in BLOCKS and element.is_in("p"):
            self.faults.append(f"{element} cannot stand inside a paragraph")
        self.say(known.get("alt") or known.get("aria-label") or "")

    def handle_endtag(self, tag):
        if not self.open or self.open[-1].tag != tag:
            self.faults.append(f"</{tag}> closes nothing that is open")
            return
        self.open.pop()

    def handle_data(self, data):
        if not any(one.attributes.get("aria-hidden") == "true" for one in self.open):
            self.say(data)

    def say(self, words: str) -> None:
        for element in self.open:
            element.words.append(words)

    def all(self, *tags: str) -> list[Element]:
        return [element for element in self.elements if element.tag in tags]


def page_faults(text: str) -> list[str]:
    """Sentences about what is wrong; a part for htmx is held to the rules of a part."""
    page = Page(text)
    checks = [ids, strict_policy, forms, fields, names, resources, leftovers]
    if page.all("html"):
        checks += [head, headings, references, parts]
    return page.faults + [fault for check in checks for fault in check(page)]


def head(page: Page) -> Iterator[str]:
    if not page.all("html")[0].attributes.get("lang"):
        yield "the page does not say its language"
    titles = [one for one in page.all("title") if not one.is_in("svg")]
    if len(titles) != 1 or not titles[0].name.strip(" —"):
        yield "the page has no title"
    elif titles[0].name.startswith("—"):
        yield "the title names only the site"


def headings(page: Page) -> Iterator[str]:
    found = page.all("h1", "h2", "h3", "h4", "h5", "h6")
    if (count := len(page.all("h1"))) != 1:
        yield f"the page has {count} headings of the first level"
    yield from (f"{one} is empty" for one in found if not one.name)
    for above, below in pairwise(found):
        if int(below.tag[1]) > int(above.tag[1]) + 1:
            yield f"the heading “{below.name}” skips a level"


def ids(page: Page) -> Iterator[str]:
    counts = Counter(element.id for element in page.elements if element.id)
    yield from (
        f"the id “{one}” stands {count} times" for one, count in counts.items() if count > 1
    )
    yield from (f"the id “{one}” holds a space" for one in counts if SPACE.search(one))


def references(page: Page) -> Iterator[str]:
    known = {element.id for element in page.elements}
    for element in page.elements:
        for attribute in ("for", "aria-describedby", "aria-labelledby", "aria-controls"):
            for target in element.attributes.get(attribute, "").split():
                if target not in known:
                    yield f"{element} points to “{target}”, which is not on the page"


def parts(page: Page) -> Iterator[str]:
    scripts = " ".join(script.attributes.get("src", "") for script in page.all("script"))
    asking = [one for one in page.elements if any(key.startswith("hx-") for key in one.attributes)]
    if asking and "htmx" not in scripts:
        yield f"{asking[0]} needs htmx, which the page does not load"


def strict_policy(page: Page) -> Iterator[str]:
    for element in page.elements:
        if element.tag == "style" or (element.tag == "script" and "src" not in element.attributes):
            yield f"{element} is written into the page"
        for key, value in element.attributes.items():
            if key == "style" or key.startswith("on") or value.startswith("javascript:"):
                yield f"{element} has a style or a script in its attributes"


def forms(page: Page) -> Iterator[str]:
    guarded = {
        id(form)
        for element in page.all("input")
        if element.attributes.get("name") == "csrfmiddlewaretoken"
        for form in element.around
    }
    for form in page.all("form"):
        if not form.attributes.get("action"):
            yield f"{form} has no action"
        if form.attributes.get("method", "").lower() == "post" and id(form) not in guarded:
            yield f"{form} has no csrf token"


def fields(page: Page) -> Iterator[str]:
    labelled = {label.attributes["for"] for label in page.all("label") if "for" in label.attributes}
    for element in page.all("input", "select", "textarea"):
        if element.attributes.get("type") in NAMELESS:
            continue
        if not (element.id in labelled or element.is_in("label") or element.name):
            yield f"{element} has no label"


def names(page: Page) -> Iterator[str]:
    buttons = [
        one for one in page.all("input") if one.attributes.get("type") in {"submit", "button"}
    ]
    yield from (f"{one} has no name" for one in buttons if not one.attributes.get("value"))
    yield from (f"{one} has no name" for one in page.all("a", "button", "summary") if not one.name)
    yield from (f"{one} has no alt" for one in page.all("img") if "alt" not in one.attributes)


def resources(page: Page) -> Iterator[str]:
    for element in page.all(*RESOURCES):
        if ELSEWHERE.match(element.attributes.get(RESOURCES[element.tag], "")):
            yield f"{element} comes from another host"


def leftovers(page: Page) -> Iterator[str]:
    for element in page.elements:
        if "{{" in str(element) or "{%" in str(element):
            yield f"{element} holds a piece of a template"
    roots = {id(one): one for one in page.elements if not one.around}
    if any("{{" in word or "{%" in word for one in roots.values() for word in one.words):
        yield "a piece of a template stands in the text"
