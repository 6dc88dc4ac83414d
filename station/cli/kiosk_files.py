"""What a kiosk is started with: the browser's options, and the files that start it at sign-in."""

import json
import os
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

UNIT, AUTOSTART = "mail-station-kiosk.service", "mail-station-kiosk.desktop"

CHROMIUM_OPTIONS = (
    "--kiosk",
    "--no-first-run",
    "--no-default-browser-check",
    "--disable-features=Translate,MediaRouter",
    "--disable-pinch",
    "--overscroll-history-navigation=0",
    "--hide-crash-restore-bubble",
    "--noerrdialogs",
    "--disable-component-update",
    "--disable-background-networking",
    "--password-store=basic",  # no keyring's dialog over the station
    "--autoplay-policy=no-user-gesture-required",  # a scan is heard before anybody has clicked
    "--lang=ja",
)
"""Not --incognito: scans that wait for the network are kept in the profile, and must survive."""

FIREFOX_PREFERENCES: dict[str, bool | int | str] = {
    "browser.aboutwelcome.enabled": False,
    "browser.sessionstore.resume_from_crash": False,
    "browser.shell.checkDefaultBrowser": False,
    "browser.tabs.warnOnClose": False,
    "browser.translations.enable": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "apz.allow_zooming": False,
    "media.autoplay.default": 0,
    "intl.locale.requested": "ja",
}

SIGNS_READ = frozenset("\"'\\$`%;")
"""What systemd, a shell or a desktop would read as its own."""


@dataclass(frozen=True, slots=True)
class Kiosk:
    """One terminal: its browser, what it shows, and the browser's own folder."""

    browser: Path
    address: str
    profile: Path

    def __post_init__(self) -> None:
        """Refuse signs that a unit or an autostart file would not give back as they are."""
        for said in (str(self.browser), self.address, str(self.profile)):
            if not said.isprintable() or set(said) & SIGNS_READ:
                wrong = " ".join(sorted(SIGNS_READ))
                raise ValueError(f"expected none of {wrong} in addresses and folders, got {said!r}")

    @property
    def is_firefox(self) -> bool:
        """Whether the browser is Firefox; all others are taken for Chromium's kin."""
        return "firefox" in self.browser.name

    @property
    def certificates(self) -> Path:
        """Where the browser looks for authorities: Firefox in its profile, Chromium below HOME."""
        return self.profile if self.is_firefox else self.profile / ".pki" / "nssdb"

    def command(self) -> tuple[str, ...]:
        """Return what is run."""
        if self.is_firefox:
            own: tuple[str, ...] = ("--kiosk", "--no-remote", "--profile", str(self.profile))
        else:
            own = (*CHROMIUM_OPTIONS, f"--user-data-dir={self.profile / 'browser'}")
        return (str(self.browser), *own, self.address)

    def environment(self) -> dict[str, str]:
        """Return the environment: the profile is the browser's home, so what it trusts is its own.

        Where the screen is (X11, Wayland) stays as it was.
        """
        return {**os.environ, "HOME": str(self.profile)}

    def preferences(self) -> str:
        """Return Firefox's user.js."""
        lines = (f'user_pref("{k}", {json.dumps(v)});' for k, v in FIREFOX_PREFERENCES.items())
        return "".join(f"{line}\n" for line in lines)


def unit_file(kiosk: Kiosk) -> str:
    """Return a unit of the user's own systemd, started with their desktop (systemd.service(5))."""
    command = " ".join(_quoted(part) for part in kiosk.command())
    return (
        "# The station on the whole screen; written by: station kiosk --install systemd\n"
        "[Unit]\n"
        "Description=Check-in station on the whole screen\n"
        "PartOf=graphical-session.target\n"
        "After=graphical-session.target\n"
        "StartLimitIntervalSec=0\n"
        "\n"
        "[Service]\n"
        f"Environment={_quoted(f'HOME={kiosk.profile}')}\n"
        f"ExecStart={command}\n"
        "Restart=always\n"
        "RestartSec=2\n"
        "\n"
        "[Install]\n"
        "WantedBy=graphical-session.target\n"
    )


def autostart_file(kiosk: Kiosk) -> str:
    """Return an autostart file, for desktops without such a target (XDG autostart 0.5)."""
    command = " ".join(f"'{part}'" for part in kiosk.command())
    loop = f"export HOME='{kiosk.profile}'; while :; do {command}; sleep 2; done"
    return (
        "[Desktop Entry]\n"
        "Type=Application\n"
        "Name=特殊郵便物 収受ステーション\n"
        f'Exec=sh -c "{loop}"\n'
        "X-GNOME-Autostart-enabled=true\n"
    )


def policy_file(kiosk: Kiosk) -> str:
    """Return Chromium's policies, for its managed folder: this address alone, and its camera."""
    parts = urlsplit(kiosk.address)
    origin = f"{parts.scheme}://{parts.netloc}"
    policies = {
        "URLBlocklist": ["*"],
        "URLAllowlist": [origin],
        "VideoCaptureAllowedUrls": [origin],
        "TranslateEnabled": False,
        "PasswordManagerEnabled": False,
        "AutofillAddressEnabled": False,
        "BrowserSignin": 0,
        "DeveloperToolsAvailability": 2,
        "IncognitoModeAvailability": 1,
    }
    return json.dumps(policies, indent=2) + "\n"


def _quoted(text: str) -> str:
    """Return a word as systemd takes it (systemd.syntax(7)); Kiosk has no sign to escape."""
    return f'"{text}"'
