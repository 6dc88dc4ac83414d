"""Every setting in one place.  Each is an environment variable; `docs/operations.md` lists them."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from zoneinfo import ZoneInfo

from platformdirs import user_config_path, user_data_path

APPLICATION = "mail-station"


@dataclass(frozen=True, slots=True)
class Settings:
    """What an office can set."""

    database_url: str
    office: str
    zone: ZoneInfo
    host: str
    port: int
    tls: str
    tls_cert: Path | None
    tls_key: Path | None
    tls_names: tuple[str, ...]
    keys: Path
    smtp_host: str
    smtp_port: int
    smtp_security: str
    smtp_user: str
    smtp_password: str = field(repr=False)
    mail_from: str
    digest_hour: int
    era_dates: bool
    signed_by_hand: bool
    backups: Path | None
    metrics_token: str = field(repr=False)
    webhook_url: str
    webhook_secret: str = field(repr=False)
    log_file: Path | None
    log_bytes: int
    log_keep: int
    lock_minutes: int


def data_folder() -> Path:
    """Return the user's data folder of the station, made if it is missing."""
    folder = user_data_path(APPLICATION, ensure_exists=True)
    folder.chmod(0o700)
    return folder


def sqlite_url(name: str) -> str:
    """Return the address of a SQLite file in the data folder."""
    return f"sqlite:///{data_folder() / name}"


def settings_from(environment: Mapping[str, str] = os.environ) -> Settings:
    """Return the settings that an environment gives, with their defaults."""
    return Settings(
        database_url=environment.get("STATION_DATABASE_URL") or sqlite_url("station.sqlite3"),
        office=environment.get("STATION_OFFICE", "office"),
        zone=ZoneInfo(environment.get("STATION_TIMEZONE", "Asia/Tokyo")),
        host=environment.get("STATION_HOST", "127.0.0.1"),
        port=int(environment.get("STATION_PORT", "8000")),
        tls=environment.get("STATION_TLS", ""),
        tls_cert=_path(environment.get("STATION_TLS_CERT")),
        tls_key=_path(environment.get("STATION_TLS_KEY")),
        tls_names=tuple(environment.get("STATION_TLS_NAMES", "").replace(",", " ").split()),
        keys=Path(environment.get("STATION_KEYS") or user_config_path(APPLICATION) / "keys"),
        smtp_host=environment.get("STATION_SMTP_HOST", ""),
        smtp_port=int(environment.get("STATION_SMTP_PORT", "587")),
        smtp_security=environment.get("STATION_SMTP_SECURITY", "starttls"),
        smtp_user=environment.get("STATION_SMTP_USER", ""),
        smtp_password=environment.get("STATION_SMTP_PASSWORD", ""),
        mail_from=environment.get("STATION_MAIL_FROM", ""),
        digest_hour=int(environment.get("STATION_DIGEST_HOUR", "8")),
        era_dates=environment.get("STATION_DATES", "era") != "western",
        signed_by_hand=environment.get("STATION_BOOK_SIGNED", "") == "by-hand",
        backups=_path(environment.get("STATION_BACKUPS")),
        metrics_token=environment.get("STATION_METRICS_TOKEN", ""),
        webhook_url=environment.get("STATION_WEBHOOK_URL", ""),
        webhook_secret=environment.get("STATION_WEBHOOK_SECRET", ""),
        log_file=_path(environment.get("STATION_LOG")),
        log_bytes=int(environment.get("STATION_LOG_BYTES", "10000000")),
        log_keep=int(environment.get("STATION_LOG_KEEP", "10")),
        lock_minutes=int(environment.get("STATION_LOCK_MINUTES", "10")),
    )


def _path(told: str | None) -> Path | None:
    return Path(told) if told else None
