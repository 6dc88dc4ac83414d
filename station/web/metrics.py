"""/metrics: what a Prometheus server asks every few seconds.

Requests and scans are counted where they are answered; everything else is asked of the ledger when
somebody asks.  No label holds a number, a name, a department or an address: what a label holds is
kept by the monitoring for years, and each new value of one is a time series more.

Only a program on the station's own machine may ask, or one that knows STATION_METRICS_TOKEN: how
much mail a house has, how many cases and how late, is nobody's business outside, and each answer
costs the database a few questions.  A request that another server passed on counts as one from
outside although it comes from this machine, for everybody's would.
"""

from collections.abc import Iterator
from ipaddress import ip_address
from secrets import compare_digest

from fastapi import APIRouter, FastAPI, Request, Response
from prometheus_client import CollectorRegistry, Counter, Histogram, ProcessCollector
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.exposition import CONTENT_TYPE_LATEST, generate_latest
from prometheus_client.registry import Collector

from station.custody.values import CaseKind
from station.desk.scans import Outcome
from station.ledger.faults import LedgerError
from station.ledger.store import Ledger
from station.settings import settings_from
from station.web.watched import Answered

SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)
"""The bounds of the histogram; 0.25 s is what a hand that scans still does not notice."""

PASSED_ON = ("forwarded", "via", "x-forwarded-for", "x-forwarded-host", "x-real-ip")
"""What a server that passes a request on says of it (RFC 7239, RFC 9110 section 7.6.3, habit)."""

BEARER = "bearer "


class Metrics:
    """One application's numbers; each application has its own, so that several do not mix."""

    def __init__(self, ledger: Ledger) -> None:
        self.registry = CollectorRegistry()
        named = ("method", "route", "status")
        self._requests = Counter(
            "station_requests", "Requests by route and answer.", named, registry=self.registry
        )
        self._seconds = Histogram(
            "station_request_seconds",
            "How long requests took.",
            ("route",),
            buckets=SECONDS,
            registry=self.registry,
        )
        self._scans = Counter(
            "station_scans", "Scans by what was answered.", ("answer",), registry=self.registry
        )
        for outcome in Outcome:  # from the beginning, so that the first one is an increase
            self._scans.labels(outcome)
        ProcessCollector(registry=self.registry)
        self.registry.register(LedgerNumbers(ledger))

    def note(self, answered: Answered) -> None:
        """Count a request and its scans."""
        status = str(answered.status)
        self._requests.labels(answered.method, answered.route, status).inc()
        self._seconds.labels(answered.route).observe(answered.seconds)
        for outcome in answered.scans:
            self._scans.labels(outcome).inc()


class LedgerNumbers(Collector):
    """What the ledger says at the moment at which it is asked."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def collect(self) -> Iterator[GaugeMetricFamily]:
        """Ask; a database that does not answer leaves `station_ledger_up 0` and nothing else."""
        try:
            found = [*self._asked()]
        except LedgerError:
            yield _gauge("ledger_up", "Whether the database answers.", 0)
            return
        yield _gauge("ledger_up", "Whether the database answers.", 1)
        yield from found

    def _asked(self) -> Iterator[GaugeMetricFamily]:
        now = self._ledger.now()
        with self._ledger.views() as views:
            head = views.standing.head()
            held = views.standing.held()
            cases = {line.kind: line.count for line in views.standing.open_cases()}
            waiting = views.outbox.tally().waiting
        oldest = min((line.oldest for line in held), default=now)
        yield _gauge("ledger_entries", "Entries of the journal.", head.seq if head else 0)
        age = (now - head.at).total_seconds() if head else 0
        yield _gauge("ledger_head_age_seconds", "Since the newest entry.", age)
        pieces = sum(line.count for line in held)
        yield _gauge("pieces_held", "Pieces in the house.", pieces)
        yield _gauge(
            "oldest_piece_seconds",
            "For how long the piece that has waited longest has been where it is; 0 without one.",
            (now - oldest).total_seconds(),
        )
        yield _gauge("outbox_waiting", "Mails that wait to be sent.", waiting)
        by_kind = GaugeMetricFamily("station_open_cases", "Open cases by kind.", labels=("kind",))
        for kind in CaseKind:
            by_kind.add_metric((kind.value,), cases.get(kind, 0))
        yield by_kind


def _gauge(name: str, about: str, value: float) -> GaugeMetricFamily:
    return GaugeMetricFamily(f"station_{name}", about, value=value)


def route(metrics: Metrics) -> APIRouter:
    """Return the route that tells them."""
    router = APIRouter()

    @router.get("/metrics")
    def tell(request: Request) -> Response:
        """Tell the numbers in Prometheus' text format, to whoever may ask."""
        if not may_ask(request, settings_from().metrics_token):
            says = "Ask from this machine, or with the bearer token in STATION_METRICS_TOKEN.\n"
            headers = {"www-authenticate": "Bearer"}
            return Response(says, 401, headers, media_type="text/plain")
        return Response(generate_latest(metrics.registry), media_type=CONTENT_TYPE_LATEST)

    return router


def may_ask(request: Request, token: str) -> bool:
    """Whether a request knows the token, or comes from a program on this very machine."""
    told = request.headers.get("authorization", "")
    if token and told[: len(BEARER)].lower() == BEARER:
        return compare_digest(told[len(BEARER) :].strip().encode(), token.encode())
    if any(name in request.headers for name in PASSED_ON):
        return False
    return request.client is not None and _is_loopback(request.client.host)


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def install(app: FastAPI, ledger: Ledger) -> Metrics:
    """Give an application its numbers and the route that tells them."""
    metrics = Metrics(ledger)
    app.include_router(route(metrics))
    return metrics
