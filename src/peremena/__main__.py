"""The command line: `./peremena COMMAND`."""

import argparse
import importlib
import os
import sys

COMMANDS = {
    "everyone": {
        "run": "start the school on this computer, with demonstration data if it is empty",
        "test": "run all tests",
    },
    "operators": {
        "serve": "serve a real installation (settings from the environment)",
        "work": "do what is due: letters, tasks, upkeep (run and serve have one beside them)",
        "demo": "put the demonstration data into an empty database",
        "user": "add a person, give or take a role, set a password",
        "backup": "write the database and the files into one archive",
        "restore": "bring an archive back",
    },
    "projects": {
        "brief": "check a project's brief in JSON, or print its schema",
        "application": "make an application (DOCX, PDF, XLSX) from a brief",
    },
    "developers": {
        "check": "format, lint, contracts, types, migrations, messages, sizes, guide of rules",
        "fix": "mend what can be mended by itself",
        "bench": "measure speed and memory",
        "shots": "take screenshots of the main pages into docs/pictures",
        "manage": "Django's own commands",
    },
}


def overview() -> str:
    lines = ["usage: ./peremena COMMAND [options]", ""]
    for audience, commands in COMMANDS.items():
        lines.append(f"for {audience}:")
        lines += [f"  {name:12} {text}" for name, text in commands.items()]
        lines.append("")
    return "\n".join([*lines, "./peremena COMMAND --help tells more."])


def main(arguments: list[str]) -> int:
    known = {name: text for commands in COMMANDS.values() for name, text in commands.items()}
    name = arguments[0] if arguments else "--help"
    if name in ("-h", "--help", "help"):
        print(overview())
        return 0
    if name not in known:
        print(f"There is no command “{name}”.\n\n{overview()}", file=sys.stderr)
        return 2
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "peremena.config.settings")
    command = importlib.import_module(f"peremena.config.commands.{name}")
    parser = argparse.ArgumentParser(
        prog=f"./peremena {name}", description=f"{known[name][0].upper()}{known[name][1:]}."
    )
    command.add_arguments(parser)
    options, rest = parser.parse_known_args(arguments[1:])
    if rest and not getattr(command, "TAKES_REST", False):
        parser.error(f"unknown: {' '.join(rest)}")
    options.rest = rest
    return int(command.run(options))


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
    except BrokenPipeError:  # the reader, such as `head`, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
