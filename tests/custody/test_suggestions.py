"""Suggestions: each with its reason, none where nothing is named, and never a route."""

from dataclasses import replace

import pytest

from station.custody import office, sorting, suggestions
from station.custody.refusal import Reason
from station.custody.state import Department, Opening
from station.custody.suggestions import Advice, Named, advise
from station.custody.values import Basis, SuggestionRule
from tests.support.play import SORTING, START, TREASURY, WATER, Play
from tests.support.refusals import refused

SEWER, TAX, GONE = "05", "06", "07"
DEPARTMENTS = (
    Department(SORTING, "総務グループ", "そうむぐるーぷ", (), sorts_mail=True),
    Department(TREASURY, "出納室", "すいとうしつ", ("会計課",), sorts_mail=False),
    Department(
        WATER, "経営企画", "けいえいきかく", ("水道",), sorts_mail=False, former_names=("水道局",)
    ),
    Department(SEWER, "下水道グループ", "げすいどうぐるーぷ", (), sorts_mail=False),
    Department(TAX, "税務課", "ぜいむか", (), sorts_mail=False),
    Department(GONE, "産業課", "さんぎょうか", (), sorts_mail=False, is_closed=True),
)
RULES = (
    SuggestionRule(Basis.ALIAS, "ＺＥＩＭＵ", TAX),
    SuggestionRule(Basis.FORMER_NAME, "収入役室", TREASURY),
    SuggestionRule(Basis.SECTION_NUMBER, "7", TAX),
    SuggestionRule(Basis.SENDER, "府税事務所", TAX),
    SuggestionRule(Basis.SERVICE, "現金書留", TREASURY),
    SuggestionRule(Basis.SENDER, "商工会", GONE),
)


def advice(addressee: str, **more: str) -> Advice:
    return advise(DEPARTMENTS, RULES, addressee=addressee, **more)


@pytest.mark.parametrize(
    ("addressee", "department", "basis", "words"),
    [
        ("大阪狭山市役所 出納室 御中", TREASURY, Basis.NAME, "出納室"),
        ("大阪狭山市役所 出 納　室御中", TREASURY, Basis.NAME, "出納室"),
        ("大阪狭山市 会計課長様", TREASURY, Basis.ALIAS, "会計課"),
        ("大阪狭山市 水道ご担当者様", WATER, Basis.ALIAS, "水道"),
        ("大阪狭山市水道局 御中", WATER, Basis.FORMER_NAME, "水道局"),
        ("収入役室 御中", TREASURY, Basis.FORMER_NAME, "収入役室"),
        ("スイトウシツ 御中", TREASURY, Basis.KANA, "すいとうしつ"),
        ("ｽｲﾄｳｼﾂ 御中", TREASURY, Basis.KANA, "すいとうしつ"),
        ("下水道グループ 御中", SEWER, Basis.NAME, "下水道グループ"),
        ("下水道ｸﾞﾙｰﾌﾟ 御中", SEWER, Basis.NAME, "下水道グループ"),
        ("zeimu 御中", TAX, Basis.ALIAS, "ＺＥＩＭＵ"),
        ("市役所 03 御中", TREASURY, Basis.SECTION_NUMBER, "03"),
        ("市役所（０３）", TREASURY, Basis.SECTION_NUMBER, "03"),
        ("7 市役所", TAX, Basis.SECTION_NUMBER, "7"),
    ],
)
def test_an_addressee_that_names_one_department_suggests_it_and_says_why(
    addressee: str, department: str, basis: Basis, words: str
) -> None:
    found = advice(addressee)
    assert [(s.department, s.basis, s.words) for s in found.suggestions] == [
        (department, basis, words)
    ]
    assert (found.named, found.is_undecided) == (Named.ONE, False)


@pytest.mark.parametrize(
    "addressee",
    [
        "",
        "大阪狭山市役所 御中",
        "〒589-8501 大阪府大阪狭山市狭山1丁目2384番地の1 大阪狭山市役所 御中",
        "〒003 0703 市役所",
        "市役所 03-1234 御中",
        "2020年03月07日 市役所",
        "産業課 御中",
    ],
)
def test_an_addressee_that_names_none_is_undecided_by_rule(addressee: str) -> None:
    assert advice(addressee) == Advice((), Named.NONE)
    assert advice(addressee).is_undecided


@pytest.mark.parametrize("addressee", ["出納室・税務課 御中", "税務課 03"])
def test_an_addressee_that_names_two_is_undecided_by_rule(addressee: str) -> None:
    found = advice(addressee)
    assert {s.department for s in found.suggestions} == {TREASURY, TAX}
    assert (found.named, found.is_undecided) == (Named.SEVERAL, True)


def test_a_department_named_twice_is_one() -> None:
    found = advice("出納室 (会計課) 出納室")
    assert [s.words for s in found.suggestions] == ["出納室", "会計課"]
    assert found.named is Named.ONE


def test_one_name_of_two_departments_decides_nothing() -> None:
    shared = (*RULES, SuggestionRule(Basis.ALIAS, "会計課", TAX))
    assert advise(DEPARTMENTS, shared, addressee="会計課 御中").named is Named.SEVERAL


def test_sender_and_service_suggest_by_the_offices_rules_and_name_nobody() -> None:
    found = advice("市役所 御中", sender="大阪府 泉北 府税事務所", service="現金書留")
    assert [(s.department, s.basis) for s in found.suggestions] == [
        (TAX, Basis.SENDER),
        (TREASURY, Basis.SERVICE),
    ]
    assert found.is_undecided
    assert advice("市役所", sender="商工会").suggestions == ()


def test_a_name_of_one_sign_names_nobody() -> None:
    short = (Department("08", "港", "", (), sorts_mail=False),)
    assert advise(short, (), addressee="港区役所 御中").suggestions == ()


# -- the deeds -------------------------------------------------------------------------------------


def keep(play: Play, who: str, *rules: SuggestionRule) -> None:
    play.do(who, suggestions.keep_suggestion_rules, rules=rules)


@pytest.mark.parametrize("who", ["admin", "supervisor"])
def test_the_rules_are_kept_whole_in_place_of_those_before(play: Play, who: str) -> None:
    assert play.books.suggestion_rules() == ()
    first = SuggestionRule(Basis.SENDER, "府税事務所", TREASURY)
    second = SuggestionRule(Basis.SECTION_NUMBER, "9", WATER)
    keep(play, who, first, first)
    assert play.books.suggestion_rules() == (first,)
    keep(play, who, second)
    assert play.books.suggestion_rules() == (second,)


def test_rules_that_say_nothing_too_much_or_of_nobody_are_refused(play: Play) -> None:
    good = SuggestionRule(Basis.ALIAS, "会計", TREASURY)
    with refused(Reason.ROLE_MISSING):
        keep(play, "clerk", good)
    for text in ("", " 会 ", "会" * 101):
        with refused(Reason.RULE_TEXT_LENGTH):
            keep(play, "admin", good, replace(good, text=text))
    with refused(Reason.UNKNOWN_SUBJECT):
        keep(play, "admin", replace(good, department="99"))
    with refused(Reason.TOO_MANY_RULES, got=2001):
        keep(play, "admin", *(replace(good, text=f"会計{n}") for n in range(2001)))
    for basis in (Basis.NAME, Basis.KANA):
        with refused(Reason.RULE_BASIS, got=basis):
            keep(play, "admin", replace(good, basis=basis))
    assert play.books.suggestion_rules() == ()


def test_what_names_none_stays_undecided_and_one_person_routes_nothing(play: Play) -> None:
    item = play.taken("13112383852", "clerk")
    play.do("clerk", sorting.enter_first, item_id=item, department=None)
    assert play.books.item(item).route is None
    with refused(Reason.SAME_PERSON):
        play.check("clerk", item, TREASURY)
    play.check("clerk2", item, None)
    kept = play.books.item(item)
    assert (kept.undecided, kept.route) == (True, None)


# -- opening an undecided piece --------------------------------------------------------------------


def propose(play: Play, who: str, item: object, reason: str = "宛名に課名なし") -> None:
    play.do(who, sorting.propose_opening, item_id=item, reason=reason)


def witness(play: Play, who: str, item: object) -> None:
    play.do(who, sorting.witness_opening, item_id=item)


def test_an_undecided_piece_is_opened_by_two_people_each_by_their_own_word(play: Play) -> None:
    item = play.undecided("13112383852")
    with refused(Reason.OPENING_MISSING):
        witness(play, "clerk2", item)
    propose(play, "clerk", item)
    with refused(Reason.SAME_PERSON):
        witness(play, "clerk", item)
    assert play.books.item(item).opening == Opening(play.actors["clerk"].person)
    witness(play, "clerk3", item)
    opening = play.books.item(item).opening
    assert opening == Opening(play.actors["clerk"].person, play.actors["clerk3"].person)
    assert play.books.item(item).undecided
    with refused(Reason.OPENED_ALREADY):
        propose(play, "clerk", item)
    with refused(Reason.OPENED_ALREADY):
        witness(play, "clerk2", item)


def test_what_is_marked_confidential_is_opened_by_nobody_on_the_way(play: Play) -> None:
    item = play.undecided("13112383852")
    propose(play, "clerk", item)
    kept = play.books.item(item)
    play.books.put(replace(kept, details=replace(kept.details, is_confidential=True)))
    with refused(Reason.CONFIDENTIAL):
        witness(play, "clerk2", item)
    with refused(Reason.CONFIDENTIAL):
        propose(play, "clerk2", item)


def test_only_an_undecided_piece_of_ones_own_department_is_opened(play: Play) -> None:
    with refused(Reason.NOT_UNDECIDED):
        propose(play, "clerk", play.routed("13112383852", TREASURY))
    item = play.undecided("404410000016")
    with refused(Reason.NOT_MEMBER):
        propose(play, "treasurer", item)
    with refused(Reason.ROLE_MISSING):
        propose(play, "auditor", item)
    with refused(Reason.REASON_MISSING):
        propose(play, "clerk", item, " ")


def test_rules_are_added_and_dropped_one_by_one(play: Play) -> None:
    first = SuggestionRule(Basis.SENDER, "府税事務所", TREASURY)
    second = SuggestionRule(Basis.SECTION_NUMBER, "9", WATER)
    for rule in (first, second, first):
        play.do("supervisor", suggestions.add_suggestion_rule, added=rule)
    assert play.books.suggestion_rules() == (first, second)
    play.do("admin", suggestions.drop_suggestion_rule, dropped=first)
    assert play.books.suggestion_rules() == (second,)
    with refused(Reason.UNKNOWN_SUBJECT, expected="rule"):
        play.do("admin", suggestions.drop_suggestion_rule, dropped=first)
    with refused(Reason.ROLE_MISSING):
        play.do("clerk", suggestions.drop_suggestion_rule, dropped=second)


def test_a_rule_for_a_department_that_has_closed_falls_away(play: Play) -> None:
    gone = SuggestionRule(Basis.SECTION_NUMBER, "9", WATER)
    play.do("supervisor", suggestions.add_suggestion_rule, added=gone)
    play.do("admin", office.close_department, department=WATER, now=START, since=START)
    assert play.books.department(WATER).is_closed
    kept = SuggestionRule(Basis.SENDER, "府税事務所", TREASURY)
    play.do("supervisor", suggestions.add_suggestion_rule, added=kept)
    assert play.books.suggestion_rules() == (kept,)
