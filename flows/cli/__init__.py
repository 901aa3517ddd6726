"""The command line. Commands are declared here; what they do is imported when they run, so that ``--help`` is quick."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(
    name="fundtrail",
    no_args_is_help=True,
    # plain help: drawing it with rich would take half of the half second that a person waits
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    help="Who got how much, from which fund, for what, and who says so.\n\n"
    "fundtrail follows UK policing money from the page to a row of SQL, and back from the row to the very words.",
)

Json = Annotated[bool, typer.Option("--json", help="Print JSON for machines.")]


def _version(value: bool) -> None:
    if value:
        from importlib.metadata import version

        typer.echo(f"fundtrail {version('fundtrail')}")
        raise typer.Exit


@app.callback()
def _root(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and exit.")
    ] = False,
) -> None:
    """The options of all commands."""


@app.command()
def ingest(
    inputs: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[PATH|URL|SOURCE]...",
            help="Folders, files (.html .htm .pdf .txt .csv .ods .xlsx .json .warc .warc.gz), URLs of pages, feeds and"
            " sitemaps, ids of sources. By default the bundled samples.",
            show_default=False,
        ),
    ] = None,
    since: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], help="First day that sources are asked for.")
    ] = None,
    until: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], help="Last day that sources are asked for.")
    ] = None,
    cap: Annotated[
        int | None, typer.Option("--max", min=1, help="Documents that are asked of each source in this run.")
    ] = None,
    no_prefect: Annotated[
        bool, typer.Option("--no-prefect", help="Call the stages plainly, without a Prefect server.")
    ] = False,
    json: Json = False,
) -> None:
    """Capture, extract and publish.

    Exit code 0: all went well. 3: some documents failed and are recorded as issues, the others are published.
    1: nothing was published. 2: the command itself was wrong. Running it twice changes nothing and says so.
    """
    from flows.cli.ingest import run

    days = [moment.date() if moment else None for moment in (since, until)]
    raise typer.Exit(
        run(inputs or [], since=days[0], until=days[1], cap=cap, no_prefect=no_prefect, json=json)
    )


sources_app = typer.Typer(help="Show every source with its health, or check one against its live site.")
app.add_typer(sources_app, name="sources")


@sources_app.callback(invoke_without_command=True)
def sources(context: typer.Context, json: Json = False) -> None:
    """Show every source: publisher, schedule, health, documents, last capture."""
    if context.invoked_subcommand is None:
        from flows.cli.sources import run

        raise typer.Exit(run(json=json))


@sources_app.command("check")
def sources_check(
    source: Annotated[str, typer.Argument(metavar="SOURCE", help="The id of a source.")], json: Json = False
) -> None:
    """Look at a source's live site, keep nothing, and compare with what it expects. Exit code 1 when it differs."""
    from flows.cli.sources import run_check

    raise typer.Exit(run_check(source, json=json))


@app.command("new-source")
def new_source(
    name: Annotated[str, typer.Argument(help="The id of the new source, such as kent-news.")],
    place: Annotated[str, typer.Argument(metavar="URL|FILE", help="One of its articles, or a saved copy.")],
    url: Annotated[str | None, typer.Option(help="The address of a saved copy.")] = None,
    listing: Annotated[
        str | None, typer.Option(metavar="URL|FILE", help="The page that lists its articles.")
    ] = None,
    root: Annotated[Path, typer.Option(help="The checkout to write to.")] = Path(),
) -> None:
    """Write the skeleton and the first fixtures of a new source (see docs/add-a-source.md)."""
    from flows.cli.new_source import run

    raise typer.Exit(run(name, place, url=url, listing=listing, root=root))


@app.command()
def serve(
    names: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[SOURCE]...", help="By default all that have a schedule.", show_default=False
        ),
    ] = None,
) -> None:
    """Run the sources by their schedules until stopped (see docs/operations.md)."""
    from flows.cli.serve import run

    raise typer.Exit(run(names or []))


@app.command()
def query(
    sql: Annotated[str, typer.Argument(help="One SELECT statement.")],
    csv: Annotated[bool, typer.Option("--csv", help="Print CSV.")] = False,
    json: Json = False,
    limit: Annotated[
        int, typer.Option(min=1, help="Rows of the table that is shown; --csv and --json give all.")
    ] = 200,
) -> None:
    """Ask the published file, read-only: one SELECT, no files, no network, a limit on time and memory."""
    from flows.cli.query import run

    raise typer.Exit(run(sql, csv=csv, json=json, limit=limit))


@app.command()
def show(
    document: Annotated[str, typer.Argument(metavar="DOCUMENT|URL", help="An id, a URL, or a part of one.")],
    json: Json = False,
) -> None:
    """Show a document's text with every mention highlighted and its normalised value."""
    from flows.cli.show import run

    raise typer.Exit(run(document, json=json))


@app.command()
def explain(
    identifier: Annotated[str, typer.Argument(metavar="ID", help="The id of a mention, claim or award.")],
    json: Json = False,
) -> None:
    """Show where a number comes from: quote, sentence, page, capture, bytes' hash, rule and the words that decided."""
    from flows.cli.explain import run

    raise typer.Exit(run(identifier, json=json))


@app.command()
def status(json: Json = False) -> None:
    """Show runs, sources, documents, open issues and how fresh the data is."""
    from flows.cli.status import run

    raise typer.Exit(run(json=json))


@app.command()
def programmes(
    candidates: Annotated[
        bool,
        typer.Option("--candidates", help="Names that the registry does not have, with the line to add."),
    ] = False,
    json: Json = False,
) -> None:
    """List the known programmes, or the candidates that a maintainer may add: how often seen, and where."""
    from flows.cli.programmes import run

    raise typer.Exit(run(candidates=candidates, json=json))


@app.command()
def evaluate(
    gold: Annotated[Path, typer.Argument(metavar="GOLD_DIR", help="A folder of gold files.")],
    errors: Annotated[bool, typer.Option("--errors", help="Show each miss, wrong value and extra.")] = False,
    floors: Annotated[
        Path | None, typer.Option(help="Fail when a figure is below this file's floors.")
    ] = None,
    raise_floors: Annotated[
        Path | None, typer.Option(help="Write the figures as floors; they only rise.")
    ] = None,
    json: Json = False,
) -> None:
    """Score the rules on gold documents: precision, recall, F1 and the accuracy of each attribute."""
    from flows.cli.evaluate import run

    raise typer.Exit(run(gold, errors=errors, json=json, floors=floors, raise_to=raise_floors))


@app.command()
def schema(
    table: Annotated[
        str | None, typer.Argument(metavar="[TABLE]", help="A table or view.", show_default=False)
    ] = None,
    json: Json = False,
) -> None:
    """Print the tables and views of the published file in words, or the columns of one."""
    from flows.cli.schema import run

    raise typer.Exit(run(table, json=json))


@app.command()
def search(
    words: Annotated[list[str], typer.Argument(help="Words to look for in titles and texts.")],
    limit: Annotated[int, typer.Option(min=1, help="Documents that are shown.")] = 20,
    json: Json = False,
) -> None:
    """Find documents by their words, the best first, offline."""
    from flows.cli.search import run

    raise typer.Exit(run(" ".join(words), limit=limit, json=json))


@app.command()
def check(
    names: Annotated[
        list[str] | None,
        typer.Argument(metavar="[CHECK]...", help="Checks to run. By default all.", show_default=False),
    ] = None,
    json: Json = False,
) -> None:
    """Run the quality checks on the published file and show the rows that offend. Exit code 1 when a gate fails."""
    from flows.cli.check import run

    raise typer.Exit(run(names or [], json=json))


@app.command()
def diff(
    old: Annotated[Path, typer.Argument(help="An earlier published file.")],
    new: Annotated[
        Path | None, typer.Argument(help="A later one. By default the published file.", show_default=False)
    ] = None,
    json: Json = False,
) -> None:
    """Show what differs between two published files: rows added, removed and changed by table, and why."""
    from flows.cli.diff import run

    raise typer.Exit(run(old, new, json=json))


@app.command()
def export(
    directory: Annotated[Path, typer.Argument(metavar="DIR", help="A folder to make.")],
    tables: Annotated[
        list[str] | None,
        typer.Option(help="Tables to export, separated by commas. By default all.", show_default=False),
    ] = None,
    force: Annotated[
        bool,
        typer.Option(
            "--force", help="Write into a folder that has entries; an earlier export's are replaced."
        ),
    ] = False,
    json: Json = False,
) -> None:
    """Export tables as Parquet and CSV with a data package that describes them, and awards as 360Giving files."""
    from flows.cli.export import run

    raise typer.Exit(run(directory, tables=tables or [], force=force, json=json))


_Why = Annotated[str, typer.Option(help="The reason, for those who read it later.")]
_Who = Annotated[str, typer.Option(help="Who decides. By default the user's name.", show_default=False)]


@app.command()
def correct(
    url: Annotated[str, typer.Argument(help="The document: its URL, a part of that, or its id.")],
    field: Annotated[
        str,
        typer.Option(
            help="What is wrong: `amount`, `role`, `area_id`, `published_on`, ... An unknown one lists all."
        ),
    ],
    old: Annotated[str, typer.Option(help="The value that is published now; empty for null.")],
    new: Annotated[str, typer.Option(help="The right value; empty for null.")],
    why: _Why,
    quote: Annotated[
        str,
        typer.Argument(
            help="The mention's or claim's words; none for a field of the document.", show_default=False
        ),
    ] = "",
    occurrence: Annotated[int, typer.Option(min=1, help="Which of the quote's occurrences.")] = 1,
    who: _Who = "",
    json: Json = False,
) -> None:
    """Correct one value: a line in warehouse/corrections/values.csv that every later build applies and marks."""
    from flows.cli.correct import Request, run, user

    request = Request(
        url=url, quote=quote, field=field, old=old, new=new, why=why, occurrence=occurrence, who=who or user()
    )
    raise typer.Exit(run(request, json=json))


@app.command()
def merge(
    first: Annotated[
        str,
        typer.Argument(
            metavar="ONE",
            help="A document (its URL, a part of that, or its id), or the id of an award or claim.",
        ),
    ],
    second: Annotated[str, typer.Argument(metavar="OTHER", help="The other one, of the same kind.")],
    why: _Why,
    who: _Who = "",
    json: Json = False,
) -> None:
    """Decide that two documents tell of one announcement, or two claims of one award, whatever the rules say."""
    from flows.cli.correct import user
    from flows.cli.merge import TOGETHER, run

    raise typer.Exit(run(TOGETHER, first, second, why=why, who=who or user(), json=json))


@app.command()
def split(
    first: Annotated[
        str,
        typer.Argument(
            metavar="ONE",
            help="A document (its URL, a part of that, or its id), or the id of an award or claim.",
        ),
    ],
    second: Annotated[str, typer.Argument(metavar="OTHER", help="The other one, of the same kind.")],
    why: _Why,
    who: _Who = "",
    json: Json = False,
) -> None:
    """Decide that two documents tell of different announcements, or two claims of different awards."""
    from flows.cli.correct import user
    from flows.cli.merge import APART, run

    raise typer.Exit(run(APART, first, second, why=why, who=who or user(), json=json))


def main() -> None:
    """Run the command line; a known failure prints one clear line instead of a traceback."""
    from flows.cli.errors import explain_error

    try:
        app()
    except Exception as error:
        message = explain_error(error)
        if message is None:
            raise
        typer.secho(f"fundtrail: {message}", err=True, fg="red")
        sys.exit(1)


SAMPLES = Path(__file__).resolve().parent.parent.parent / "raw" / "samples"
