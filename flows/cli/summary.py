"""What a run ends with: an answer worth having, on one screen."""

from __future__ import annotations

from rich.console import Console
from rich.table import Table

from flows.cli.output import money
from flows.ingest import Outcome
from warehouse.reader import Reader, open_published

_TOP = 8

_QUERIES = (
    "SELECT recipient, amount, funder, announced_on, documents FROM v_award ORDER BY amount DESC LIMIT 10",
    "SELECT kind, stated, computed, difference, explanation FROM v_discrepancies",
)


def print_summary(outcome: Outcome, console: Console) -> None:
    """Print what was found, who got how much, what doesn't add up, and where to go on."""
    headline = {
        "published": "Published.",
        "unchanged": "Nothing changed: every page was seen before and the published file is up to date.",
        "failed": "Nothing was published; the last good file, if there is one, is still in place.",
    }[outcome.outcome]
    console.print(headline, style="bold red" if outcome.outcome == "failed" else "bold green")
    if outcome.message:
        console.print(outcome.message, markup=False, highlight=False)
    if outcome.outcome != "failed":
        with open_published(outcome.database) as reader:
            _counts(outcome, console)
            _awards(reader, console)
            _discrepancies(reader, console)
    _issues(outcome, console)
    console.print(f"\nfile     {outcome.database}", highlight=False, soft_wrap=True)
    for number, sql in enumerate(_QUERIES):
        label = "try" if number == 0 else ""
        console.print(f'{label:<8} fundtrail query "{sql}"', highlight=False, markup=False, soft_wrap=True)


def _counts(outcome: Outcome, console: Console) -> None:
    c = outcome.counts
    console.print(
        f"{c['documents']:,} documents ({c['captured']:,} new or changed pages, {c['unchanged']:,} unchanged) · "
        f"{c['money_mentions']:,} amounts, {c['pcc_mentions']:,} police area, {c['programme_mentions']:,} programme"
        f" mentions · {c['award_claims']:,} claims of {c['awards']:,} awards",
        highlight=False,
    )


def _awards(reader: Reader, console: Console) -> None:
    rows = reader.rows(
        """
        SELECT coalesce(any_value(p.area_name), 'other recipients') AS area, count(*) AS awards, sum(a.amount) AS total,
               sum(a.claims) AS claims
        FROM award a LEFT JOIN police_area p USING (area_id)
        WHERE a.currency = 'GBP'
        GROUP BY a.area_id ORDER BY total DESC, area
        """
    )
    if not rows:
        console.print("No awards were found.")
        return
    table = Table(title="Awards by area", title_justify="left", header_style="bold", title_style="bold")
    table.add_column("area")
    for name in ("awards", "amount", "claims"):
        table.add_column(name, justify="right")
    for row in rows[:_TOP]:
        table.add_row(row["area"], str(row["awards"]), money(row["total"]), str(row["claims"]))
    if len(rows) > _TOP:
        rest = rows[_TOP:]
        table.add_row(
            f"and {len(rest)} more",
            str(sum(row["awards"] for row in rest)),
            money(sum(row["total"] for row in rest)),
            str(sum(row["claims"] for row in rest)),
            style="dim",
        )
    console.print(table)


def _discrepancies(reader: Reader, console: Console) -> None:
    rows = reader.rows(
        "SELECT kind, min_by(explanation, document_id) AS explanation, count(DISTINCT document_id) AS documents"
        " FROM reconciliation WHERE verdict = 'differs' GROUP BY announcement_id, kind, stated, computed"
        " ORDER BY documents DESC, explanation"
    )
    if not rows:
        console.print("Everything that could be checked adds up.")
        return
    console.print("What does not add up", style="bold")
    for row in rows[:5]:
        told = f" (so in {row['documents']} documents)" if row["documents"] > 1 else ""
        console.print(f" • {row['explanation']}{told}", markup=False, highlight=False)
    if len(rows) > 5:
        console.print(
            f"   and {len(rows) - 5} more: SELECT * FROM v_discrepancies", style="dim", highlight=False
        )


def _issues(outcome: Outcome, console: Console) -> None:
    errors = [issue for issue in outcome.issues if issue.severity == "error"]
    if not errors:
        return
    console.print(f"\n{len(errors)} pages failed and are recorded in the table issue:", style="bold yellow")
    for issue in errors[:10]:
        console.print(f" • {issue.code}: {issue.url or ''} {issue.message}", markup=False, highlight=False)
    if len(errors) > 10:
        console.print(f"   and {len(errors) - 10} more", style="dim")
