"""Receipt, handover slip, waiting slip and search request, read back from the printed page."""

import io
import re
from dataclasses import replace
from datetime import date
from uuid import UUID

import pypdfium2
import pytest

from station.custody.facts import CaseOpened, DepartmentRenamed, ItemTakenIn
from station.custody.refusal import Reason
from station.custody.values import CaseKind, Role, Settlement
from station.desk import arrival, handover, incident, office, review
from station.desk.expected import import_expected
from station.desk.office import rename_departments
from station.desk.scans import Seen
from station.ledger.slip_views import (
    arrival_receipt,
    handover_slip,
    search_paper,
    waiting_slip,
)
from station.numbers import grouped
from station.papers.pages import Paper, write_papers
from station.papers.sizes import PaperSize
from station.papers.slips import FLOWING, Writer
from station.papers.whole_file import PaperError
from station.scan.reading import Doubtful, Reading
from station.settings import settings_from
from station.words import sayer
from tests.support.hall import DUTY, PIN, TREASURY, WATER, Hall, seen
from tests.support.keys import fresh_signer
from tests.support.papers import bars, codes, printed, texts
from tests.support.refusals import refused

TODAY = date(2020, 10, 31)
ONE, TWO, THREE = "13112383852", "30000000015", "30000000026"
PAPERS = pytest.mark.parametrize("size", FLOWING)
pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


def writer(hall: Hall, lang: str = "ja") -> Writer:
    with hall.ledger.views() as views:
        names = {it.id: it.name for it in views.departments()}
    return Writer(sayer(lang), settings_from({}), names)


def pdf(size: PaperSize, *papers: Paper) -> bytes:
    file = io.BytesIO()
    write_papers(file, papers, size)
    return file.getvalue()


def note_of(hall: Hall) -> str:
    return hall.ledger.checkpoint(fresh_signer())


def opened(hall: Hall, declared: int, list_id: UUID | None = None) -> UUID:
    caller = hall.caller("duty")
    arrival.open_arrival(
        hall.ledger, caller, carrier="日本郵便", declared_count=declared, list_id=list_id
    )
    return caller.deed


def received(hall: Hall, key: UUID, *numbers: str) -> None:
    for number in numbers:
        arrival.take_in(hall.ledger, hall.caller("duty"), arrival=key, seen=seen(number))


def receipt(hall: Hall, key: UUID, note: str) -> Paper:
    with hall.ledger.views() as views:
        return writer(hall).receipt(arrival_receipt(views, key), note)


@PAPERS
def test_a_receipt_says_what_was_declared_and_came_and_bears_a_checkpoint(
    hall: Hall, size: PaperSize
) -> None:
    key = opened(hall, 2)
    received(hall, key, ONE, TWO)
    arrival.close_arrival(hall.ledger, hall.caller("duty"), arrival=key)
    note = note_of(hall)
    paper = pdf(size, receipt(hall, key, note))
    (text,) = texts(paper)
    for said in ("収受票", "日本郵便", "申告2通、読取り2通", "宿直室duty", "令和2.10.31(土)10:4"):
        assert said in text, said
    assert text.index(grouped(ONE)) < text.index(grouped(TWO)), "in the order of scanning"
    assert "差異・要確認なし" in text
    (page,) = printed(paper, size)
    assert codes(page) == [note]


def closed_with_difference(hall: Hall) -> UUID:
    table = f"引受番号,差出人,あて先\n{ONE},はるかぜ銀行,市長\n{TWO},みずうみ商店,市長\n"
    source = {"source": "a.csv", "data": table.encode()}
    import_expected(hall.ledger, hall.caller("clerk"), **source)  # type: ignore[arg-type]
    with hall.ledger.views() as views:
        (listed,) = views.expected_lists(TODAY)
    key = opened(hall, 2, list_id=listed.id)
    received(hall, key, ONE)
    done = arrival.refer_arrival(hall.ledger, hall.caller("duty"), arrival=key)
    (case,) = (fact.case for fact in done.facts if isinstance(fact, CaseOpened))
    proposal = hall.caller("supervisor")
    review.propose_settlement(
        hall.ledger,
        proposal,
        case=case,
        settlement=Settlement.CLOSE_WITH_DIFFERENCE,
        reason="配達員に確認した",
    )
    seconding = hall.caller("clerk")
    review.second_settlement(hall.ledger, seconding, case=case, proposal=proposal.deed)
    return key


def test_a_receipt_names_every_exception_and_nobody_who_sends_or_gets(hall: Hall) -> None:
    key = closed_with_difference(hall)
    (text,) = texts(pdf(PaperSize.A4, receipt(hall, key, note_of(hall))))
    assert "申告2通、読取り1通" in text
    assert f"届いていない{grouped(TWO)}" in text
    assert "配達員に確認した" in text
    assert "差があるまま締め切る" in text
    assert "みずうみ商店" not in text
    assert "市長" not in text


def test_a_receipt_names_what_is_not_settled_yet(hall: Hall) -> None:
    key = opened(hall, 1)
    arrival.take_in_unreadable(
        hall.ledger,
        hall.caller("duty"),
        arrival=key,
        first=ONE,
        second=ONE,
        photo=b"\xff\xd8photo",
    )
    arrival.close_arrival(hall.ledger, hall.caller("duty"), arrival=key)
    (text,) = texts(pdf(PaperSize.A4, receipt(hall, key, note_of(hall))))
    assert f"{grouped(ONE)}未処理" in text


def test_a_long_list_keeps_its_numbers_in_one_piece(hall: Hall) -> None:
    key = opened(hall, 1)
    received(hall, key, ONE)
    arrival.close_arrival(hall.ledger, hall.caller("duty"), arrival=key)
    with hall.ledger.views() as views:
        of = arrival_receipt(views, key)
    many = replace(of, lines=of.lines * 1234)
    paper = pdf(PaperSize.ROLL, writer(hall).receipt(many, note_of(hall)))
    with pypdfium2.PdfDocument(paper) as document:
        said = "".join(page.get_textpage().get_text_range() for page in document)
    assert re.search(r"^1234 ?131-12-38385-2", said, re.MULTILINE), said[-600:]


def test_an_open_arrival_has_no_receipt(hall: Hall) -> None:
    key = opened(hall, 2)
    with refused(Reason.ARRIVAL_OPEN), hall.ledger.views() as views:
        arrival_receipt(views, key)


@PAPERS
def test_a_handover_slip_has_both_signatures_with_their_times(hall: Hall, size: PaperSize) -> None:
    hall.routed(TREASURY, ONE, TWO)
    key = hall.handed_over(ONE, TWO)
    note = note_of(hall)
    with hall.ledger.views() as views:
        slip = handover_slip(views, key)
        signed_at = [it.stamp.at for it in views.history(key)][-3:]
    assert (slip.giver.at, slip.receiver.at) == (signed_at[0], signed_at[1])
    paper = pdf(size, writer(hall).handover(slip, note))
    text = "".join(texts(paper))
    assert slip.handover.digest is not None
    for said in (
        "引渡し票総務→出納室2通",
        grouped(ONE),
        grouped(TWO),
        "渡す側総務clerk令和2.10.31(土)10:4",
        "受け取る側出納室treasurer令和2.10.31(土)10:4",
        slip.handover.digest,
    ):
        assert said in text, said
    assert [code for page in printed(paper, size) for code in codes(page)] == [note]


def test_a_slip_of_what_nobody_has_signed_is_refused(hall: Hall) -> None:
    hall.routed(TREASURY, ONE)
    key = hall.offered(TREASURY, ONE)
    with refused(Reason.HANDOVER_PHASE), hall.ledger.views() as views:
        handover_slip(views, key)


@PAPERS
def test_a_waiting_slip_says_where_what_and_since_when(hall: Hall, size: PaperSize) -> None:
    table = f"引受番号,種別,差出人,あて先\n{TWO},速達,はるかぜ銀行,会計課\n"
    import_expected(hall.ledger, hall.caller("clerk"), source="a.csv", data=table.encode())
    hall.routed(TREASURY, ONE, TWO)
    hall.routed(WATER, THREE)
    with hall.ledger.views() as views:
        waits = waiting_slip(views, TREASURY, hall.clock())
    (text,) = texts(pdf(size, writer(hall).waiting(waits)))
    assert "受領待ち票出納室" in text
    assert "お渡しするもの2通" in text
    assert text.count("総務") == 2, "one line for each service"
    assert "速達1令和2.10.31(土)10:4" in text
    for hidden in ("はるかぜ銀行", "会計課", grouped(ONE), grouped(TWO)):
        assert hidden not in text


def test_what_is_offered_is_in_no_count_of_a_waiting_slip(hall: Hall) -> None:
    hall.routed(TREASURY, ONE, TWO, THREE)
    hall.offered(TREASURY, ONE, TWO)
    with hall.ledger.views() as views:
        waits = waiting_slip(views, TREASURY, hall.clock())
        elsewhere = waiting_slip(views, TREASURY, hall.clock(), holder=DUTY)
    assert waits.count == 1
    (text,) = texts(pdf(PaperSize.A4, writer(hall).waiting(waits)))
    assert "お渡しするもの1通" in text
    assert "受領の読取りを待っている引渡し総務令和2.10.31(土)" in text
    assert (elsewhere.count, elsewhere.handovers) == (0, ())


def test_what_is_questioned_or_at_home_waits_for_nobody(hall: Hall) -> None:
    (item,) = hall.routed(TREASURY, ONE)
    hall.handed_over(ONE)
    (other,) = hall.routed(TREASURY, TWO)
    key = hall.offered(TREASURY, TWO)
    handover.receive(hall.ledger, hall.caller("treasurer"), handover=key, seen=seen(TWO))
    handover.disown(
        hall.ledger, hall.caller("treasurer"), handover=key, item=other, reason="経営企画のもの"
    )
    handover.cancel(hall.ledger, hall.caller("clerk"), handover=key)
    with hall.ledger.views() as views:
        assert views.books.item(item).at_home
        assert views.books.item(other).questioned
        assert waiting_slip(views, TREASURY, hall.clock()).places == ()


def searched(hall: Hall) -> UUID:
    item, _ = hall.routed(TREASURY, ONE, TWO)
    hall.handed_over(ONE, TWO)
    key = hall.caller("supervisor")
    incident.open_incident(hall.ledger, key, item=item, reason="市長から電話があった")
    return key.deed


@PAPERS
def test_a_search_request_has_the_number_as_its_carriers_bars(hall: Hall, size: PaperSize) -> None:
    key = searched(hall)
    with hall.ledger.views() as views:
        of = search_paper(views, key)
    paper = pdf(size, *(writer(hall).search(of, asked) for asked in of.asked))
    assert len(of.asked) == 2
    told = texts(paper)
    pages = printed(paper, size)
    for page, text, place in zip(pages, told, ("総務", "出納室"), strict=True):
        (reading,) = bars(page)
        assert isinstance(reading, Reading)
        assert (reading.number.number, reading.symbology) == (ONE, "nw7")
        assert reading.witnesses == ("zbar", "zxing")
        for said in (
            f"捜索依頼票{place}",
            grouped(ONE),
            "□ありました",
            "最終所持者出納室",
            "supervisor",
        ):
            assert said in text, said
        assert "市長から" not in text


def test_who_has_answered_is_not_asked_on_paper_again(hall: Hall) -> None:
    key = searched(hall)
    with hall.ledger.views() as views:
        first, second = search_paper(views, key).asked
    for asked, who in ((first, "clerk"), (second, "treasurer")):
        incident.answer_search(hall.ledger, hall.caller(who), search=asked.search.id, found=False)
        if asked is first:
            with hall.ledger.views() as views:
                assert search_paper(views, key).asked == (second,)
    with refused(Reason.ALL_ANSWERED), hall.ledger.views() as views:
        search_paper(views, key)
    with hall.ledger.views() as views:
        (case,) = (it for it in views.open_cases() if it.what is CaseKind.INCIDENT)
    assert case.is_open


def test_a_piece_whose_number_nobody_trusts_is_searched_without_bars(hall: Hall) -> None:
    key = opened(hall, 1)
    odd = Seen(Doubtful("AB-12", (), "keyboard", ("scanner",), (), "unknown_family"))
    for _again in range(2):  # the second time, a person confirms it
        done = arrival.take_in(hall.ledger, hall.caller("duty"), arrival=key, seen=odd)
    (item,) = (fact.item for fact in done.facts if isinstance(fact, ItemTakenIn))
    missed = hall.caller("supervisor")
    incident.open_incident(hall.ledger, missed, item=item, reason="見当たらない")
    with hall.ledger.views() as views:
        of = search_paper(views, missed.deed)
    paper = pdf(PaperSize.A4, writer(hall).search(of, of.asked[0]))
    assert "AB12" in texts(paper)[0]
    assert bars(printed(paper, PaperSize.A4)[0]) == []


LONG = "長い名前の課" * 10


@pytest.fixture
def renamed(hall: Hall) -> Hall:
    longer = DepartmentRenamed(TREASURY, LONG, "ながい", ())
    rename_departments(hall.ledger, hall.caller("admin"), [longer])
    return hall


@PAPERS
def test_a_department_of_60_characters_is_whole_on_every_slip(
    renamed: Hall, size: PaperSize
) -> None:
    hall = renamed
    assert len(LONG) == 60
    hall.routed(TREASURY, THREE)
    with hall.ledger.views() as views:
        waits = waiting_slip(views, TREASURY, hall.clock())
    sealed = hall.handed_over(THREE)
    key = searched(hall)
    with hall.ledger.views() as views:
        of = search_paper(views, key)
        slip = handover_slip(views, sealed)
    write = writer(hall)
    for paper in (
        write.waiting(waits),
        write.search(of, of.asked[1]),
        write.handover(slip, note_of(hall)),
    ):
        drawn = pdf(size, paper)
        assert LONG in "".join(texts(drawn)), paper.title
        for page in printed(drawn, size):
            assert page[:, -4:].min() == 255, "nothing runs over the edge"


def test_a_carrier_with_a_sign_that_no_font_has_keeps_nobody_from_the_receipt(hall: Hall) -> None:
    key = hall.caller("duty")
    arrival.open_arrival(hall.ledger, key, carrier="葛\U000e0100城😀\t便", declared_count=1)
    received(hall, key.deed, ONE)
    arrival.close_arrival(hall.ledger, hall.caller("duty"), arrival=key.deed)
    drawn = pdf(PaperSize.A4, receipt(hall, key.deed, note_of(hall)))
    assert "葛〓城〓〓便" in "".join(texts(drawn))


def test_a_name_with_a_sign_that_no_font_has_is_refused(hall: Hall) -> None:
    new = [office.NewPerson("葛\U000e0100城", DUTY, (Role.DUTY_OFFICER,), PIN)]
    (hall.people["rare"],) = office.enroll_people(
        hall.ledger, hall.caller("admin"), hall.hasher, new
    )
    key = hall.caller("rare")
    arrival.open_arrival(hall.ledger, key, carrier="日本郵便", declared_count=1)
    received(hall, key.deed, ONE)
    arrival.close_arrival(hall.ledger, hall.caller("duty"), arrival=key.deed)
    with pytest.raises(PaperError, match=r"U\+E0100"):
        pdf(PaperSize.A4, receipt(hall, key.deed, note_of(hall)))


def test_western_years_are_a_setting(hall: Hall) -> None:
    key = opened(hall, 1)
    received(hall, key, ONE)
    arrival.close_arrival(hall.ledger, hall.caller("duty"), arrival=key)
    western = Writer(sayer("en"), settings_from({"STATION_DATES": "western"}), {})
    with hall.ledger.views() as views:
        paper = western.receipt(arrival_receipt(views, key), note_of(hall))
    (text,) = texts(pdf(PaperSize.A4, paper))
    assert "2020-10-3110:4" in text
    assert "1declared,1scanned" in text
