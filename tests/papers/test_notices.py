"""A notice in words: departments and counts, in either language."""

from datetime import UTC, datetime
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest

from station.custody.notices import AT_SUPERVISORS, Notice, NoticeKind, Told
from station.ledger.outbox import Kept
from station.papers.notices import lines_of, subject_of, text_of
from station.words import sayer

NAMES = {"02": "総務", "03": "出納室"}


def notice(kind: NoticeKind, **told: str | int) -> Notice:
    return Notice(uuid4(), kind, AT_SUPERVISORS, None, told)


def lines(kind: NoticeKind, told: Told, locale: str = "ja") -> tuple[str, ...]:
    found = Notice(uuid4(), kind, AT_SUPERVISORS, None, told)
    return lines_of(found, sayer(locale), lambda key: NAMES.get(key, key))


def test_a_digest_has_a_line_for_each_thing_that_waits() -> None:
    told: Told = {
        "day": "2020-11-02",
        "receive": 1,
        "sort": 2,
        "check": 3,
        "hand_over": 4,
        "overdue": 5,
    }
    assert lines(NoticeKind.DIGEST, told) == (
        "受け取る引渡し: 1件",
        "振分けを待つもの: 2通",
        "照合入力を待つもの: 3通",
        "引き渡すもの: 4通",
        "滞っているもの: 5件",
    )
    overview: Told = {
        "day": "2020-11-02",
        "cases:02": 2,
        "cases:": 1,
        "unclosed:02": 1,
        "closing:03": 1,
    }
    assert lines(NoticeKind.DIGEST, overview) == (
        "総務: 未処理の要確認 2件",
        "課なし: 未処理の要確認 1件",
        "総務: 日締めをしていない日 1日",
        "出納室は廃止の日を過ぎましたが、まだ扱い中のものがあります",
    )


@pytest.mark.parametrize("locale", ["ja", "en"])
def test_every_kind_has_a_subject_and_something_to_say(locale: str) -> None:
    say = sayer(locale)
    assert len({subject_of(notice(kind), say) for kind in NoticeKind}) == len(NoticeKind)
    case: Told = {"what": "disagreement", "count": 2, "department": "02"}
    told: dict[NoticeKind, Told] = {
        NoticeKind.WAITING: {"giver": "02"},
        NoticeKind.MISMATCH: {"giver": "02", "receiver": "03"},
        NoticeKind.OVERDUE: case,
        NoticeKind.SEARCH: {},
        NoticeKind.PROPOSAL: {"what": "overdue", "settlement": "declare_lost", "department": "02"},
        NoticeKind.CALENDAR: {"until": "2021-03-31", "reach": "ended"},
        NoticeKind.DIGEST: {"day": "2020-11-02", "sort": 1},
    }
    for kind, said in told.items():
        assert all(lines(kind, said, locale)), kind


def test_of_the_calendars_end_it_is_said_what_to_do() -> None:
    own: Told = {"until": "2021-03-31", "reach": "ends_soon"}
    (soon,) = lines(NoticeKind.CALENDAR, own)
    (over,) = lines(NoticeKind.CALENDAR, {**own, "reach": "ended"})
    (national,) = lines(NoticeKind.CALENDAR, {**own, "national": 1})
    assert "令和3.3.31(水) までしか登録されていません" in soon
    assert "翌年度の分を追加するまで" in over
    assert "ステーションを更新してください" in national


def test_a_mail_says_when_and_what_to_do() -> None:
    at = datetime(2020, 11, 2, 1, 12, tzinfo=UTC)
    kept = Kept(notice(NoticeKind.MISMATCH, giver="02", receiver="03"), at)
    text = text_of(kept, sayer("ja"), NAMES.__getitem__, ZoneInfo("Asia/Tokyo"))
    assert text == (
        "令和2.11.2(月) 10:12\n"
        "総務 → 出納室: 引渡分と受領分が一致しません。\n"
        "\n"
        "収受ステーションにサインインして確認してください。\n"
    )
