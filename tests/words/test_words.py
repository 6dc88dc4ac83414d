"""Every sentence has its Japanese, and says what it can be told."""

import ast
import re
from importlib import import_module
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

import station
from station.custody.refusal import Reason, Refused
from station.custody.state import Phase
from station.custody.values import CaseKind
from station.numbers import every_family
from station.scan import reading
from station.words import sayer
from station.words.labels import CASES, PHASES, SERVICES, WHYS
from station.words.refusals import SENTENCES, sentence

PACKAGE = Path(station.__file__).parent
TYPED = (
    r"STATION_[A-Z]+(_[A-Z]+)*|station [a-z]+( [a-z]+)?( FILE)?"
    r"|[a-z]*(/[a-z0-9.]+)+|fonts-[a-z-]+|libzbar0"
)
"""What an administrator types or opens, in any language."""

METHODS = [("**/templates/**.html", "jinja2.ext:babel_extract"), ("**.py", "python")]


def said() -> set[str]:
    found = extract_from_dir(PACKAGE, method_map=METHODS, keywords={"_": None, "gettext": None})
    return {message[2] for message in found if isinstance(message[2], str)}


def translated() -> dict[str, str]:
    with (PACKAGE / "words" / "locale" / "ja" / "station.po").open("rb") as source:
        return {str(m.id): str(m.string) for m in read_po(source, locale="ja") if m.id}


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def test_every_sentence_is_in_the_catalogue_and_nothing_else_is() -> None:
    assert len(said()) > 200
    assert said() - translated().keys() == set()
    assert translated().keys() - said() == set()


def test_every_reason_why_a_paper_is_not_made_is_in_the_catalogue() -> None:
    known, found = translated(), 0
    for path in (PACKAGE / "papers").glob("*.py"):
        scope = vars(import_module(f"station.papers.{path.stem}"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "PaperError":
                sentence = node.args[0]
                if isinstance(sentence, ast.Name) and sentence.id not in scope:
                    continue  # said in the function itself, where Babel finds it
                says = eval(ast.unparse(sentence), scope)  # noqa: S307 - our own source
                assert says in known, (path.name, ast.unparse(sentence))
                found += 1
    assert found > 8


def test_a_translation_says_as_much_as_its_sentence() -> None:
    for english, japanese in translated().items():
        assert japanese, english
        assert fields(japanese) == fields(english), english


def test_japanese_screens_have_no_english_left() -> None:
    allowed = {
        "PIN",
        "EMS",
        "CSV",
        "U",
        "mm",
        "TSV",
        "XLSX",
        "UTF",
        "Shift",
        "JIS",
        "cp",
        "JPEG",
        "PNG",
        "WebP",
        "TIFF",
        "BMP",
        "GIF",
        "M",
        "MB",
        "GiB",
        "NTP",
        "SHA",
        "CA",
        "HTTPS",
        "VPN",
        "Safari",
        "Chrome",
        "tls",
        "local",
        "PDF",
        "pepper",
        "Ctrl",
        "C",
        "Enter",
        "y",
        "n",
    }
    for english, japanese in translated().items():
        plain = re.sub(rf"\{{[a-z_]+\}}|{TYPED}", "", japanese)
        assert set(re.findall(r"[A-Za-z]+", plain)) <= allowed, english


def test_every_reason_case_phase_and_service_has_a_word() -> None:
    assert SENTENCES.keys() == set(Reason)
    assert CASES.keys() == set(CaseKind)
    assert PHASES.keys() == set(Phase)
    doubts = Path(reading.__file__).read_text().split("`why`:")[1].split('"""')[0]
    assert WHYS.keys() == set(re.findall(r'"([a-z_]+)"', doubts))
    hints = {
        family.service(prefix + "0" * 12)
        for family in every_family()
        for prefix in "123456789CEHLMQRUV"
    }
    assert hints - {None} <= SERVICES.keys()


@pytest.mark.parametrize("locale", ["ja", "en"])
def test_a_refusal_names_departments_and_roles(locale: str) -> None:
    say = sayer(locale)
    refused = Refused(Reason.RECEIVER_ELSEWHERE, expected="03", got="04")
    told = sentence(refused, say, {"03": "出納室", "04": "税務課"}.__getitem__)
    assert "出納室" in told
    assert "税務課" in told
    roles = sentence(Refused(Reason.ROLE_MISSING, expected=("clerk", "receiver")), say, str)
    assert ("文書担当、受領担当" if locale == "ja" else "clerk, receiver") in roles
    assert sentence(Refused(Reason.COUNT_OUT_OF_RANGE), say, str)


@pytest.mark.parametrize("locale", ["ja", "en"])
def test_a_refusal_tells_a_number_as_pages_and_labels_have_it(locale: str) -> None:
    say = sayer(locale)
    for refused in (
        Refused(Reason.LABELS_UNSCANNED, got=("MRL0000000142",)),
        Refused(Reason.LABEL_OVER_LABEL, got="MRL0000000142"),
    ):
        assert "MRL-0000-0001-42" in sentence(refused, say, str)
