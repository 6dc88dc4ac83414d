"""station doctor: is everything here that the station needs, and if not, what to do."""

import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import cv2
import numpy as np
import typer
import zxingcpp
from serial.tools import list_ports

from station.cli.options import Db, keyring, settings
from station.cli.tls import LOOPBACK, local_folder
from station.desk.calendar import Outlook, Reach, calendar_of
from station.desk.pins import MARK_LENGTH, PinHasher
from station.ledger import journal, migrate
from station.ledger.database import DatabaseError, Engine, open_engine, reading, sqlite_file
from station.ledger.faults import LedgerError
from station.ledger.keys import KeyFileError
from station.ledger.store import Ledger
from station.papers.fonts import fonts
from station.papers.whole_file import PaperError
from station.scan.reader import read_grey
from station.settings import Settings
from station.web.authority import RENEW_BEFORE_END, Authority, CertificateError
from station.web.tls import read_certificate
from station.words import DEFAULT_LOCALE, LOCALES, Say, sayer
from station.words import noted as _

EXIT_WRONG = 1
GIB = 1024**3
DISK_WRONG, DISK_LOOK = 1 * GIB, 5 * GIB
BACKUP_DAYS = 2
"""A copy a day, and one that was missed."""

AUTHORITY_DAYS = 180
"""Every device has to be told of a new authority: that wants to be planned."""

LABEL = "A13112383852A"
PX_A_BAR = 3


class Grade(StrEnum):
    """How it stands."""

    RIGHT = "✓"
    LOOK = "!"
    WRONG = "✕"


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check found: how it stands, and what to do where it is not right."""

    grade: Grade
    what: str
    do: str = ""


@dataclass(frozen=True, slots=True)
class Patient:
    """What is looked at."""

    url: str
    setting: Settings
    say: Say

    def found(self, grade: Grade, what: str, do: str = "", **values: object) -> Finding:
        """A finding in the reader's language."""
        return Finding(grade, self.say(what).format(**values), do and self.say(do).format(**values))

    def engine(self) -> Engine:
        """The database, opened."""
        return open_engine(self.url)


def doctor(
    db: Db = None,
    lang: Annotated[str, typer.Option(help=f"Language: {' or '.join(LOCALES)}.")] = DEFAULT_LOCALE,
) -> None:
    """Look at all that the station needs, from database, key and calendar to scanner and camera.

    Nothing is changed.  Exit code 1 where something is wrong.
    """
    if lang not in LOCALES:
        raise typer.BadParameter(f"expected {' or '.join(LOCALES)}, got {lang}")
    setting = settings()
    patient = Patient(db or setting.database_url, setting, sayer(lang))
    findings = [check(patient) for check in CHECKS]
    for finding in findings:
        typer.echo(f"{finding.grade} {finding.what}")
        if finding.do:
            typer.echo(f"    → {finding.do}")
    if any(finding.grade is Grade.WRONG for finding in findings):
        raise typer.Exit(EXIT_WRONG)


def check_database(patient: Patient) -> Finding:
    """Whether it answers, has this version's tables, and an office."""
    try:
        engine = patient.engine()
        revision = migrate.revision_of(engine)
        is_current = revision is not None and migrate.is_current(engine)
        with reading(engine) as connection:
            offices = journal.offices(connection) if revision else []
    except (DatabaseError, LedgerError) as error:
        return patient.found(
            Grade.WRONG,
            _("Database: {error}"),
            _("Start the database server, or correct STATION_DATABASE_URL."),
            error=error,
        )
    if revision is None or not offices:
        return patient.found(
            Grade.WRONG, _("Database: no office was founded yet."), _("Run: station init")
        )
    if not is_current:
        return patient.found(
            Grade.WRONG,
            _("Database: its tables are another version's."),
            _("Run: station backup FILE, then: station db upgrade"),
        )
    return patient.found(
        Grade.RIGHT, _("Database: it answers; offices: {names}"), names=", ".join(offices)
    )


def check_clock(patient: Patient) -> Finding:
    """Whether the clock is behind the newest entry, and whether somebody sets it."""
    now, newest = datetime.now(UTC), _newest_entry(patient)
    if newest is not None and newest > now:
        return patient.found(
            Grade.WRONG,
            _("Clock: it is {behind} behind the newest entry of the ledger."),
            _("Set the clock; new entries will bear the newest entry's time until then."),
            behind=timedelta(seconds=round((newest - now).total_seconds())),
        )
    if _is_set_by_network() is False:
        return patient.found(
            Grade.LOOK,
            _("Clock: {now}, not set by a time server."),
            _("Compare it with another clock, or set up NTP."),
            now=_shown(now, patient),
        )
    return patient.found(Grade.RIGHT, _("Clock: {now}"), now=_shown(now, patient))


def _shown(moment: datetime, patient: Patient) -> str:
    return f"{moment.astimezone(patient.setting.zone):%Y-%m-%d %H:%M:%S %Z}"


def _newest_entry(patient: Patient) -> datetime | None:
    try:
        with reading(patient.engine()) as connection:
            heads = [journal.head(connection, it) for it in journal.offices(connection)]
    except (DatabaseError, LedgerError):
        return None  # the database's own check says so
    return max((head.at for head in heads if head), default=None)


def _is_set_by_network() -> bool | None:
    """Ask systemd (timedatectl, property NTPSynchronized); None where there is none to ask."""
    program = shutil.which("timedatectl")
    if program is None:
        return None
    asked = subprocess.run(  # noqa: S603 - a program found on the path, its arguments ours
        [program, "show", "--property=NTPSynchronized", "--value"],
        capture_output=True,
        text=True,
        timeout=5,
        check=False,
    )
    return None if asked.returncode else asked.stdout.strip() == "yes"


def check_calendar(patient: Patient) -> Finding:
    """Until when each office's calendar reaches, of which the first to end is told."""
    try:
        with reading(patient.engine()) as connection:
            offices = journal.offices(connection)
        today = datetime.now(patient.setting.zone).date()
        seen = [_outlook(Ledger(patient.engine(), it), today) for it in offices]
    except (DatabaseError, LedgerError):
        seen = []  # the database's own check says so
    if not seen:
        return patient.found(Grade.RIGHT, _("Calendar: no office keeps one yet."))
    first = min(seen, key=lambda it: it.until)
    do = (
        _("Update the station: its list of national holidays ends.")
        if first.is_national
        else _("Let the administrator enter the next closing days.")
    )
    grade = {Reach.KNOWN: Grade.RIGHT, Reach.ENDS_SOON: Grade.LOOK, Reach.ENDED: Grade.WRONG}
    return patient.found(
        grade[first.reach],
        _("Calendar: known until {day}"),
        "" if first.reach is Reach.KNOWN else do,
        day=first.until,
    )


def _outlook(ledger: Ledger, today: date) -> Outlook:
    with ledger.views() as views:
        return calendar_of(views.books).outlook(today)


def check_disk(patient: Patient) -> Finding:
    """Whether there is room where the database is."""
    folder = _folder(patient)
    if not folder.exists():
        return patient.found(
            Grade.WRONG,
            _("Disk: there is no folder {folder}."),
            _("Make it, or correct STATION_DATABASE_URL."),
            folder=folder,
        )
    free = shutil.disk_usage(folder).free
    grade = Grade.WRONG if free < DISK_WRONG else Grade.LOOK if free < DISK_LOOK else Grade.RIGHT
    do = "" if grade is Grade.RIGHT else _("Make room: a full disk stops every scan.")
    free_gib = f"{free / GIB:.1f}"
    return patient.found(
        grade, _("Disk: {free} GiB free in {folder}"), do, free=free_gib, folder=folder
    )


def _folder(patient: Patient) -> Path:
    """Return where an SQLite database lies; for a server's, where this was started."""
    try:
        file = sqlite_file(patient.engine())
    except DatabaseError:
        return Path.cwd()  # the database's own check says so
    return file.parent if file else Path.cwd()


def check_key(patient: Patient) -> Finding:
    """Whether the key that signs checkpoints is there, and its owner's alone."""
    folder = patient.setting.keys
    if not (folder / "current.pem").exists():
        return patient.found(
            Grade.LOOK,
            _("Key: none yet in {folder}; it is made at first use."),
            _("If there was one, put it back: station ledger keys shows what is known."),
            folder=folder,
        )
    try:
        keyring().signer()
    except KeyFileError as error:
        return patient.found(
            Grade.WRONG, _("Key: {error}"), _("See docs/journal.md, The key."), error=error
        )
    else:
        return patient.found(Grade.RIGHT, _("Key: {folder}"), folder=folder)


def check_pepper(patient: Patient) -> Finding:
    """Whether the PINs of this database can be checked with the pepper that is here."""
    try:
        with reading(patient.engine()) as connection:
            offices = journal.offices(connection)
        ledgers = [Ledger(patient.engine(), office) for office in offices]
        wanted = {mark for it in ledgers for mark in it.pin_marks(MARK_LENGTH)} - {""}
    except (DatabaseError, LedgerError):
        wanted = set()  # the database's own check says so
    if not wanted:
        return patient.found(Grade.RIGHT, _("PINs: none yet that need a pepper."))
    rings = [keyring(office) for office in offices]
    try:
        peppers = [it.pepper() for it in rings if (it.folder / "pepper").exists()]
    except KeyFileError as error:
        return patient.found(
            Grade.WRONG, _("PINs: {error}"), _("See docs/journal.md, The key."), error=error
        )
    missing = wanted - {PinHasher(pepper=it).mark for it in peppers}
    if missing:
        return patient.found(
            Grade.WRONG,
            _("PINs: none can be checked without the file pepper, which is not in {folder}."),
            _("Copy the file pepper there, from the server or the backup that has it."),
            folder=rings[0].folder,
        )
    return patient.found(Grade.RIGHT, _("PINs: the pepper that they were hashed with is here."))


def check_tls(patient: Patient) -> Finding:
    """Until when the certificate counts that browsers are shown."""
    setting = patient.setting
    own = Authority(local_folder(setting)).server_file
    path = setting.tls_cert or (own if own.exists() else None)
    if path is None:
        if setting.host in LOOPBACK:
            return patient.found(Grade.RIGHT, _("HTTPS: not needed, only this machine is served."))
        return patient.found(
            Grade.LOOK,
            _("HTTPS: none of the station's own; browsers elsewhere get no camera."),
            _("Set STATION_TLS=local, unless a server in front speaks HTTPS: docs/install.md."),
        )
    try:
        ends = read_certificate(path).not_valid_after_utc
        root = None if setting.tls_cert else Authority(local_folder(setting)).own_certificate()
    except CertificateError as error:
        return patient.found(
            Grade.WRONG, _("HTTPS: {error}"), _("See docs/install.md, HTTPS."), error=error
        )
    root_ends = root.not_valid_after_utc if root else None
    return _until(patient, ends) or _authority_until(patient, ends, root_ends)


def _until(patient: Patient, ends: datetime) -> Finding | None:
    """A certificate that ends soon: nobody has renewed it, or the station has not run."""
    left = ends - datetime.now(UTC)
    if left > RENEW_BEFORE_END:
        return None
    is_over = left <= timedelta()
    return patient.found(
        Grade.WRONG if is_over else Grade.LOOK,
        _("HTTPS: the certificate ends on {day}."),
        _("Get a new certificate from the office's authority.")
        if patient.setting.tls_cert
        else _("Start station serve with it: it renews its own by itself."),
        day=ends.date(),
    )


def _authority_until(patient: Patient, ends: datetime, root_ends: datetime | None) -> Finding:
    if root_ends is None:
        return patient.found(Grade.RIGHT, _("HTTPS: certificate until {day}"), day=ends.date())
    soon = root_ends - datetime.now(UTC) < timedelta(days=AUTHORITY_DAYS)
    return patient.found(
        Grade.LOOK if soon else Grade.RIGHT,
        _("HTTPS: certificate until {day}, local authority until {root}"),
        _("Plan a day on which every device is told of a new one: docs/operations.md.")
        if soon
        else "",
        day=ends.date(),
        root=root_ends.date(),
    )


def check_fonts(patient: Patient) -> Finding:
    """Whether there is a font for papers."""
    try:
        name = fonts().main.name
    except PaperError as error:
        return patient.found(
            Grade.WRONG,
            _("Fonts: {error}"),
            _("Install fonts-ipaexfont-gothic, or set STATION_FONT."),
            error=error.told(patient.say),
        )
    else:
        return patient.found(Grade.RIGHT, _("Fonts: papers are set in {name}"), name=name)


def check_reader(patient: Patient) -> Finding:
    """Whether a label that is drawn here is read by two witnesses."""
    bars = zxingcpp.create_barcode(LABEL, zxingcpp.BarcodeFormat.Codabar)
    label = np.pad(np.asarray(bars.to_image(scale=PX_A_BAR)), 60, constant_values=255)
    read = read_grey(np.ascontiguousarray(label))
    if [it.number.number for it in read.readings] == [LABEL[1:-1]]:
        witnesses = " + ".join(read.readings[0].witnesses)
        return patient.found(Grade.RIGHT, _("Reader: {witnesses}"), witnesses=witnesses)
    return patient.found(
        Grade.WRONG,
        _("Reader: a label that was drawn here could not be read."),
        _("Install the station anew, and libzbar0."),
    )


def check_scanner(patient: Patient) -> Finding:
    """Which serial scanners there may be; one that types like a keyboard cannot be seen."""
    ports = [port.device for port in list_ports.comports()]
    if ports:
        return patient.found(Grade.RIGHT, _("Serial ports: {ports}"), ports=", ".join(ports))
    return patient.found(
        Grade.LOOK,
        _("Serial ports: none. A scanner that types like a keyboard cannot be seen from here."),
        _("Scan a label on any page: its number must appear."),
    )


def check_camera(patient: Patient) -> Finding:
    """Whether the first camera gives a picture."""
    if not Path("/dev/video0").exists() and Path("/dev").exists():
        return patient.found(
            Grade.LOOK,
            _("Camera: none at this machine."),
            _("Nothing, if people scan by hand or with tablets."),
        )
    camera = cv2.VideoCapture(0)
    try:
        given = camera.read()[0]
    finally:
        camera.release()
    if given:
        return patient.found(Grade.RIGHT, _("Camera: it gives pictures."))
    return patient.found(
        Grade.WRONG,
        _("Camera: it gives no picture."),
        _("End other programs that use it, plug it in anew, look who may open /dev/video0."),
    )


def check_backups(patient: Patient) -> Finding:
    """How old the newest copy is."""
    folder = patient.setting.backups
    if folder is None:
        return patient.found(
            Grade.LOOK,
            _("Backups: nobody has said where they are."),
            _("Set STATION_BACKUPS to their folder; station backup FILE makes one."),
        )
    made = [it.stat().st_mtime for it in folder.glob("*") if it.is_file()]
    if not made:
        return patient.found(
            Grade.WRONG,
            _("Backups: none in {folder}."),
            _("Run: station backup FILE, every night."),
            folder=folder,
        )
    age = datetime.now(UTC) - datetime.fromtimestamp(max(made), UTC)
    if age > timedelta(days=BACKUP_DAYS):
        return patient.found(
            Grade.WRONG,
            _("Backups: the newest is {days} days old."),
            _("Run: station backup FILE, every night."),
            days=age.days,
        )
    hours = round(age.total_seconds() / 3600)
    return patient.found(Grade.RIGHT, _("Backups: the newest is {hours} h old."), hours=hours)


Check = Callable[[Patient], Finding]

CHECKS: tuple[Check, ...] = (
    check_database,
    check_key,
    check_pepper,
    check_tls,
    check_clock,
    check_calendar,
    check_disk,
    check_backups,
    check_fonts,
    check_reader,
    check_scanner,
    check_camera,
)
"""A new check is one function here."""
