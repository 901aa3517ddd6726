"""The build: what is published, when nothing changes, what is refused, and the swap under a reader."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import duckdb
import pytest

from extractors.model import InvariantError, Issue, Severity
from tests.command_line import ROOT
from tests.warehouse.conftest import House
from tests.warehouse.making import KEY, NOON, Page, areas, inputs
from warehouse.build import BuildRefusedError
from warehouse.compact import compact
from warehouse.inputs import FailedCapture
from warehouse.schema import TABLES
from warehouse.stage import STAGED, capture_key, completed, part_folders, sweep, write_part


def kent(amount: str = "£378,967", value: str = "378967", **more: object) -> Page:
    page = Page(f"Kent has won {amount} from the Perpetrator Fund.", **more)  # type: ignore[arg-type]
    page.fund("Perpetrator Fund", "dapif").area("Kent", "kent")
    return page.award(f"Kent has won {amount}", "Kent", amount, value, area="kent", programme_id="dapif")


def test_a_build_publishes_documents_mentions_and_an_award(house: House) -> None:
    house.stage(kent())
    report = house.build()
    assert report.published and report.changed and not report.failed_gates
    assert house.one("SELECT recipient, amount, currency, claims FROM award") == ("Kent", 378967, "GBP", 1)
    assert house.one("SELECT text, amount_low, role FROM money_mention") == ("£378,967", 378967, "award")
    assert house.one("SELECT document_id = (SELECT document_id FROM award_claim) FROM document")
    assert house.one("SELECT outcome, is_current FROM capture") == ("read", True)


def test_with_no_part_at_all_an_empty_warehouse_is_published(house: House) -> None:
    assert house.build().rows["document"] == 0
    assert house.one("SELECT count(*) FROM police_area") == 43


def test_the_second_build_of_the_same_inputs_changes_nothing(house: House) -> None:
    house.stage(kent())
    first = house.build()
    before = house.target.stat()
    second = house.build(at=NOON + timedelta(days=1))
    assert (second.changed, second.fingerprint, second.rows) == (False, first.fingerprint, first.rows)
    assert house.target.stat().st_ino == before.st_ino


def test_compaction_changes_no_row(house: House) -> None:
    for number in range(5):
        house.stage(kent(url=f"https://example.test/{number}"))
    first = house.build()
    assert compact(house.parts, max_parts=4) is not None
    assert len(part_folders(house.parts)) == 1
    second = house.build()
    assert (second.changed, second.fingerprint) == (False, first.fingerprint)
    assert compact(house.parts, max_parts=4) is None


def test_compaction_keeps_the_extractions_of_the_newest_rules(house: House) -> None:
    for number, key in enumerate(("key-1", "key-2", "key-3"), start=1):
        house.stage(kent(value=f"{number}000", key=key), key=key)
    page = kent(value="9000", url="https://example.test/old")
    house.stage(page)
    assert compact(house.parts, max_parts=1) is not None
    # The rules before the present ones can be taken back without extracting again; older ones cannot.
    kept = [key for key in ("key-1", "key-2", "key-3") if len(completed(house.parts, extraction_key=key))]
    assert kept == ["key-1", "key-2", "key-3"]
    assert completed(house.parts, extraction_key="key-1") == {capture_key(page.capture())}
    house.build(extraction_key="key-3")
    assert house.rows("SELECT amount_low FROM money_mention ORDER BY 1") == [(3000,), (9000,)]


def test_the_published_file_is_read_only_and_has_no_log(house: House) -> None:
    house.stage(kent())
    house.build()
    assert house.target.stat().st_mode & 0o222 == 0
    assert sorted(p.name for p in house.home.iterdir() if not p.name.startswith(".")) == [
        "fundtrail.duckdb",
        "parts",
    ]


def test_every_table_and_column_has_a_comment(house: House) -> None:
    house.build()
    assert (
        house.rows("SELECT table_name FROM duckdb_tables() WHERE comment IS NULL AND schema_name = 'main'")
        == []
    )
    missing = "SELECT table_name, column_name FROM duckdb_columns() WHERE comment IS NULL AND NOT internal"
    assert [row for row in house.rows(missing) if row[0] in TABLES] == []


def test_a_failed_gate_keeps_the_last_good_file(house: House) -> None:
    house.stage(kent())
    house.build()
    good = house.target.read_bytes()
    with pytest.raises(BuildRefusedError, match="police-areas") as refused:
        house.build(registries={**inputs().registries, "police_area": areas()[:42]})
    assert not refused.value.report.published
    assert house.target.read_bytes() == good
    assert [p.name for p in house.home.iterdir() if "draft" in p.name] == []


def test_a_claim_for_an_unknown_area_is_refused(house: House) -> None:
    page = Page("Atlantis has won £5.").award("Atlantis has won £5", "Atlantis", "£5", "5", area="atlantis")
    house.stage(page)
    with pytest.raises(BuildRefusedError, match="reference-award-claim-area-id"):
        house.build()


def test_registry_rows_are_validated(house: House) -> None:
    rows = inputs().registries
    with pytest.raises(InvariantError, match="police_area, row 1: unknown columns colour"):
        house.build(registries={**rows, "police_area": [{**areas()[0], "colour": "blue"}]})
    with pytest.raises(InvariantError, match="the registries have no office"):
        house.build(registries={"police_area": areas()})


def test_a_newer_capture_is_the_current_one_and_the_old_figure_can_be_asked_for(house: House) -> None:
    house.stage(kent())
    house.build()
    award = house.one("SELECT award_id FROM award")
    house.stage(kent("£400,000", "400000", at=NOON + timedelta(days=3)))
    report = house.build(at=NOON + timedelta(days=3))
    assert report.changed
    assert house.one("SELECT award_id, amount FROM award") == (award, 400000)
    assert house.one("SELECT versions FROM document") == 2
    assert house.one("SELECT amount_low FROM superseded_claim") == 378967
    assert house.rows("SELECT version_no, is_current FROM document_version ORDER BY 1") == [
        (1, False),
        (2, True),
    ]
    told = "SELECT cause, said_until IS NULL FROM fact_version WHERE kind = 'award' ORDER BY said_from"
    assert house.rows(told) == [("first-build", False), ("new-version", True)]


def test_going_back_to_an_earlier_text_makes_it_current_again(house: House) -> None:
    first, second = kent(), kent("£400,000", "400000", at=NOON + timedelta(days=3))
    house.stage(first, second)
    later = replace(first.capture(), captured_at=NOON + timedelta(days=9))
    house.build(captures=[later])
    assert house.one("SELECT amount FROM award") == 378967
    assert house.one("SELECT count(*) FROM document_version") == 3


def test_another_key_replaces_the_rows_of_the_old_one(house: House) -> None:
    house.stage(kent())
    again = kent("£378,967", "378968", key="key-2")
    house.stage(again, key="key-2")
    house.build()
    assert house.one("SELECT amount_low FROM money_mention") == 378968
    house.build(extraction_key=KEY)
    assert house.one("SELECT amount_low FROM money_mention") == 378967


def test_completed_lists_read_and_failed_captures_of_the_key_only(house: House) -> None:
    page, bad = kent(), kent(url="https://example.test/bad")
    issue = Issue(code="pdf-encrypted", severity=Severity.ERROR, stage="parse", message="locked")
    failed = FailedCapture(capture=bad.capture(), issues=(issue,))
    write_part(
        [page.extraction()], directory=house.parts, extraction_key=KEY, failures=[failed], run_id="run-1"
    )
    assert completed(house.parts, extraction_key=KEY) == {
        capture_key(page.capture()),
        capture_key(bad.capture()),
    }
    assert completed(house.parts, extraction_key="key-2") == frozenset()
    house.build()
    assert house.rows("SELECT code, url, run_id FROM issue") == [("pdf-encrypted", bad.url, "run-1")]
    assert house.rows(
        "SELECT outcome, document_id IS NULL FROM capture WHERE url = 'https://example.test/bad'"
    ) == [("failed", True)]


def test_a_half_written_part_is_invisible_and_swept(house: House) -> None:
    house.stage(kent())
    draft = house.parts / ".draft-1-x"
    draft.mkdir()
    (draft / "document.parquet").write_bytes(b"PAR1 and then nothing")
    assert len(part_folders(house.parts)) == 1
    assert house.build().rows["document"] == 1
    assert sweep(house.parts) == 1


@pytest.mark.parametrize("at", range(1, 15))
def test_a_writer_stopped_anywhere_leaves_a_whole_part_or_none(
    house: House, at: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls = 0

    def stop(path: Path) -> None:
        nonlocal calls
        calls += 1
        if calls == at:
            raise KeyboardInterrupt

    monkeypatch.setattr("warehouse.stage.sync", stop)
    try:
        house.stage(kent())
    except KeyboardInterrupt:
        done = completed(house.parts, extraction_key=KEY)
        assert len(done) == len(part_folders(house.parts))
        if done:
            assert len(list(part_folders(house.parts)[0].iterdir())) == len(STAGED)
    else:
        assert at > len(STAGED)


def test_a_text_that_utf8_cannot_hold_is_a_failure_with_an_issue(house: House) -> None:
    house.stage(kent(), Page("Half a \ud83d pair"))
    house.build()
    assert house.rows("SELECT code FROM issue") == [("text-not-utf8",)]
    assert house.one("SELECT count(*) FROM document") == 1


def test_an_amount_beyond_the_tables_is_left_out_with_an_issue(house: House) -> None:
    page = Page("A sum of £99999999999999999999 was named.")
    page.money("£99999999999999999999", "99999999999999999999")
    house.stage(page)
    house.build()
    assert house.rows("SELECT code, fragment FROM issue") == [("amount-too-large", "£99999999999999999999")]
    assert house.one("SELECT count(*) FROM money_mention") == 0


def test_offsets_count_code_points(house: House) -> None:
    text = "👮\u200d♀️ e\u0301tat 🇬🇧 and £5 for\u00a0Kent\r\n"
    page = Page(text)
    page.money("£5", "5")
    house.stage(page.area("Kent", "kent"))
    assert not house.build().failed_gates
    held = "substring(d.text, m.start_char + 1, m.end_char - m.start_char)"
    assert house.one(f"SELECT {held} FROM document d JOIN money_mention m USING (document_id)") == "£5"


READER = """
import sys, time, duckdb
path = sys.argv[1]
held = duckdb.connect(path, read_only=True)
first = held.execute("SELECT count(*), sum(amount) FROM award").fetchall()
print("ready", flush=True)
sys.stdin.readline()
assert held.execute("SELECT count(*), sum(amount) FROM award").fetchall() == first
held.close()
print(duckdb.connect(path, read_only=True).execute("SELECT count(*), sum(amount) FROM award").fetchall(), flush=True)
"""


def test_a_reader_keeps_its_file_during_the_swap_and_sees_the_new_one_after(house: House) -> None:
    house.stage(kent())
    house.build()
    reader = subprocess.Popen(
        [sys.executable, "-c", READER, str(house.target)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert reader.stdin and reader.stdout
    assert reader.stdout.readline() == "ready\n"
    house.stage(kent(at=NOON + timedelta(days=3), amount="£400,000", value="400000"))
    house.build()
    out, _ = reader.communicate("go\n", timeout=60)
    assert out == "[(1, Decimal('400000.00'))]\n"
    assert reader.returncode == 0


#: Asks without end until there are four documents: one analyst with connections of their own, several statements each,
#: the other through the door of `fundtrail query`. In every version there are as many awards and claims as documents.
ASKER = """
import sys, time, duckdb
from pathlib import Path
from warehouse.door import query
path, way, asked, seen = sys.argv[1], sys.argv[2], 0, []
counts = ["SELECT count(*) FROM document", "SELECT count(*) FROM award", "SELECT sum(claims) FROM v_award",
          "SELECT count(*) FROM award_claim", "SELECT count(*) FROM v_evidence",
          "SELECT count(*) FROM awards_as_of(TIMESTAMP '2099-12-31')"]
print("ready", flush=True)
while not seen or seen[-1] < 4:
    if way == "own":
        with duckdb.connect(path, read_only=True) as connection:
            row = []
            for count in counts:
                row.append(int(connection.execute(count).fetchone()[0]))
                time.sleep(0.005)
    else:
        row = [int(n) for n in query(Path(path), "SELECT " + ", ".join(f"({c})" for c in counts)).rows[0]]
    assert len(set(row)) == 1, row
    asked += 1
    seen += row[:1]
assert seen == sorted(seen), seen
print(asked, flush=True)
"""


def test_two_analysts_ask_throughout_builds_and_see_whole_versions_only(house: House) -> None:
    house.stage(lone(0))
    house.build()
    askers = [
        subprocess.Popen(
            [sys.executable, "-c", ASKER, str(house.target), way], stdout=subprocess.PIPE, text=True, cwd=ROOT
        )
        for way in ("own", "door")
    ]
    for asker in askers:
        assert asker.stdout and asker.stdout.readline() == "ready\n"
    for number in (1, 2, 3):
        house.stage(lone(number))
        house.build()
    for asker in askers:
        out, _ = asker.communicate(timeout=120)
        assert asker.returncode == 0
        assert int(out) >= 1


def lone(number: int) -> Page:
    """A document whose award is like no other's."""
    words, value = f"£{number}1,234", f"{number}1234"
    page = Page(f"Kent gets {words}.", url=f"https://example.test/{number}", on=date(2015 + number, 1, 1))
    return page.award(f"Kent gets {words}", "Kent", words, value, area="kent")


def test_a_file_that_is_no_database_is_replaced(house: House) -> None:
    house.target.write_bytes(b"not a database at all")
    house.stage(kent())
    assert house.build().changed
    assert house.one("SELECT count(*) FROM award") == 1


def test_what_killed_builds_left_is_swept(house: House) -> None:
    house.stage(kent())
    (house.home / ".fundtrail-1.draft").write_bytes(b"half a file")
    spill = house.home / ".fundtrail-1.draft.spill"
    spill.mkdir()
    (spill / "duckdb_temp_storage-0.tmp").write_bytes(b"x")
    house.build()
    assert sorted(path.name for path in house.home.iterdir() if path.name.startswith(".")) == [
        ".fundtrail.lock"
    ]


def test_a_log_beside_the_target_is_not_replayed(house: House, tmp_path: Path) -> None:
    house.stage(kent())
    house.build()
    stale = house.target.with_name("fundtrail.duckdb.wal")
    stale.write_bytes(b"something old")
    house.stage(kent(url="https://example.test/b"))
    house.build()
    assert not stale.exists()
    with duckdb.connect(str(house.target), read_only=True) as connection:
        assert connection.execute("SELECT count(*) FROM document").fetchall() == [(2,)]
