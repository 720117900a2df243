"""The commands, each loaded when it is given: none waits for what another one needs."""

import importlib
from collections.abc import Sequence
from typing import Any

import typer
from django.apps import apps
from django.utils import translation

# The words of a command, with the module and the function that do it.
COMMANDS = (
    ("demo", "demonstrating", "demo"),
    ("compile", "reports", "compile_"),
    ("figures", "figures", "figures"),
    ("why", "figures", "why"),
    ("explore", "exploring", "explore"),
    ("issue", "issuing", "issue"),
    ("export", "reports", "export"),
    ("signed", "signing", "signed"),
    ("evidence", "evidence", "evidence"),
    ("verify", "verifying", "verify"),
    ("returned", "returning", "returned"),
    ("compare", "comparing", "compare"),
    ("summary", "summing", "summary"),
    ("read", "reading", "read"),
    ("check", "checking", "check"),
    ("waive", "checking", "waive"),
    ("unwaive", "checking", "unwaive"),
    ("propose", "proposing", "propose"),
    ("accept", "proposing", "accept"),
    ("recompile", "recompiling", "recompile"),
    ("search", "searching", "search"),
    ("reindex", "searching", "reindex"),
    ("due", "falling", "due"),
    ("step", "stepping", "step"),
    ("import", "registers", "import_"),
    ("rows", "registers", "rows"),
    ("template", "registers", "template_"),
    ("backup", "backing", "backup"),
    ("restore", "backing", "restore"),
    ("shell", "shelling", "shell"),
    ("serve", "serving", "serve"),
    ("prepare", "preparing", "prepare_"),
)
WITHOUT_REGISTERS = ("read", "verify")
GROUPS = (
    ("report", "life"),
    ("section", "sections"),
    ("audit", "auditing"),
    ("term", "falling"),
    ("outline", "outlines"),
    ("indicator", "indicators"),
    ("sign", "signing"),
    ("trust", "trusting"),
    ("duty", "owing"),
    ("closing", "closing"),
    ("promise", "promising"),
    ("person", "people"),
    ("number", "numbering"),
    ("drift", "drifting"),
)


def app_for(words: Sequence[str]) -> typer.Typer:
    """The command that ``words`` begin with; all of them where they name none, for the help and for advice."""
    named = words[0] if words else ""
    commands = [one for one in COMMANDS if one[0] == named]
    groups = [one for one in GROUPS if one[0] == named]
    if not commands and not groups:
        commands, groups = list(COMMANDS), list(GROUPS)
    app = typer.Typer(
        name="sokhcn",
        help="Sổ KH&CN: sổ theo dõi và báo cáo định kỳ tổng hợp từ sổ.",
        no_args_is_help=True,
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
    )
    app.callback()(start)
    for name, module, function in commands:
        app.command(name)(getattr(_module(module), function))
    for name, module in groups:
        app.add_typer(_module(module).app, name=name)
    return app


def needs_registers(words: Sequence[str]) -> bool:
    """Whether the command that ``words`` begin with asks Django for anything."""
    return not words or words[0] not in WITHOUT_REGISTERS


def _module(name: str) -> Any:
    return importlib.import_module(f"sokhcn.interfaces.cli.{name}")


def start() -> None:
    if apps.ready:
        translation.activate("vi")
