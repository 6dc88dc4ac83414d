"""Rendering: templates, the words in them, and how numbers and times are shown."""

from datetime import date, datetime, time, timedelta
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import quote
from uuid import UUID
from zoneinfo import ZoneInfo

from fastapi import Request, Response
from fastapi.responses import HTMLResponse, RedirectResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape
from markupsafe import Markup

from station.custody import training
from station.custody.values import Role
from station.numbers import grouped
from station.papers.dates import clock_time, era_day
from station.scan.keyboard import TEXT_LENGTH_MAX
from station.scan.pictures import BYTES_MAX
from station.web import assets
from station.web.assets import digest
from station.web.context import locale_of, new_deed, station_of
from station.web.way_back import here_of
from station.words import DEFAULT_LOCALE, LOCALES, Say, translations
from station.words import labels as words
from station.words import noted as _
from station.words.refusals import ROLES

TEMPLATES = Path(__file__).parent / "templates"


VERSION = digest(assets.STATIC, TEMPLATES)
"""What differs as soon as any page or script does, so that an old page is found out."""


def _environment(locale: str) -> Environment:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=select_autoescape(),
        undefined=StrictUndefined,
        extensions=["jinja2.ext.i18n"],
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    catalogue = translations(locale)
    environment.install_gettext_translations(catalogue, newstyle=True)  # type: ignore[attr-defined]
    environment.globals |= {
        "_": cache(lambda message: Markup(catalogue.gettext(message))),  # noqa: S704 - our own words
        "asset": assets.address,
        "script": assets.script,
        "styles_within": assets.styles_within,
        "for_later": assets.for_later,
        "Role": Role,
        "locale": locale,
        "new_deed": new_deed,
        "version": VERSION,
        "text_length_max": TEXT_LENGTH_MAX,
        "picture_bytes_max": BYTES_MAX,
        "service_of": lambda line: words.service(line, catalogue.gettext),
        "case_of": lambda kind: catalogue.gettext(words.CASES[kind]),
        "title_of": lambda case: catalogue.gettext(words.case_title(case.what, case.scan)),
        "settlement_of": lambda settlement: catalogue.gettext(words.SETTLEMENTS[settlement]),
        "basis_of": lambda basis: catalogue.gettext(words.BASES[basis]),
        "on": lambda day: day_in(locale, day),
        "pieces_of": lambda count: _pieces(catalogue.gettext, count),
        "close_status_of": lambda status: catalogue.gettext(words.DAY_CLOSES[status]),
        "phase_of": lambda phase: catalogue.gettext(words.PHASES[phase]),
        "problem_of": lambda error: catalogue.gettext(error.problem).format(
            expected=error.expected, got=error.value
        ),
        "witness_of": lambda name: catalogue.gettext(words.WITNESSES.get(name) or name),
        "why_of": lambda why: catalogue.gettext(words.WHYS[why]),
        "basis_name": lambda basis: catalogue.gettext(words.BASIS_NAMES[basis]),
        "change_of": lambda change: catalogue.gettext(words.LIST_CHANGES[change]),
        "role_of": lambda role: catalogue.gettext(ROLES[role]),
        "reason_of": lambda reason: catalogue.gettext(reason) if reason else "",
    }
    environment.filters["grouped"] = grouped
    return environment


ENVIRONMENTS = {locale: _environment(locale) for locale in LOCALES}


def day_in(locale: str, day: date) -> str:
    """Return a day as 令和2.10.31(土) in Japanese, and as 2020-10-31 in any other language."""
    return era_day(day) if locale == DEFAULT_LOCALE else day.isoformat()


def _pieces(say: Say, count: int) -> str:
    return say(_("{count} piece") if count == 1 else _("{count} pieces")).format(count=count)


def begins(moment: datetime, zone: ZoneInfo, locale: str) -> str:
    """Return a moment from which something counts: a day, where it is the day's first."""
    local = moment.astimezone(zone)
    day = day_in(locale, local.date())
    return day if local.time() == time.min else f"{day} {clock_time(moment, zone)}"


def page(request: Request, name: str, status: int = 200, **values: Any) -> HTMLResponse:  # noqa: ANN401
    """Return a page in the reader's language.

    The answer to a form has no address: `here` is the page to go to instead, by default the nearest
    one above the form's.
    """
    station = station_of(request)
    zone = station.zone

    locale = locale_of(request)

    def at(moment: datetime) -> str:
        day = day_in(locale, moment.astimezone(zone).date())
        return f"{day} {clock_time(moment, zone)}"

    def ends(moment: datetime) -> str:
        """A moment at which something ends: its last day, where it is the first of the next."""
        local = moment.astimezone(zone)
        last_day = local.date() - timedelta(days=1)
        return day_in(locale, last_day) if local.time() == time.min else at(moment)

    template = ENVIRONMENTS[locale].get_template(name)
    operator = getattr(request.state, "operator", None)
    here = values.pop("here", None) or here_of(request)
    common = {
        "operator": operator,
        "here": here,
        "lock_minutes": station.lock_minutes,
        "training_mark": station.mark,
    }
    times = {"at": at, "begins": lambda moment: begins(moment, zone, locale), "ends": ends}
    rendered = template.render(request=request, **common, **times, **values)
    return HTMLResponse(rendered, status)


def as_file(request: Request, data: bytes, name: str, media_type: str) -> Response:
    """Return a file to take along, under a name in any language (RFC 6266, section 4.3).

    The name says whether it is of a ledger to train with.
    """
    name = training.file_name(station_of(request).ledger.office, name)
    disposition = f"attachment; filename*=UTF-8''{quote(name, safe='')}"
    headers = {"content-disposition": disposition, "cache-control": "no-store"}
    return Response(data, media_type=media_type, headers=headers)


def go(path: str, *parts: UUID | str) -> RedirectResponse:
    """Send the browser to a page after a deed, so that reloading repeats nothing (RFC 9110 303)."""
    return RedirectResponse("/".join([path, *map(str, parts)]), 303)
