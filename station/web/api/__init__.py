"""Every deed of a terminal as JSON, described at /openapi.json; one module a concept.

A page and its JSON do the same deeds of the desk and see through the same views: what the one may
not show, the other does not send.
"""

from station.web.api import (
    arrivals,
    by_hand,
    day_closes,
    devices,
    expected,
    handovers,
    incidents,
    item_deeds,
    looking_back,
    notices,
    pieces,
    problem_types,
    review,
    session,
    sorting,
)

ROUTES = (
    session,
    looking_back,  # before those who take any word there for an id
    notices,
    arrivals,
    by_hand,
    expected,
    pieces,
    item_deeds,
    sorting,
    handovers,
    review,
    incidents,
    day_closes,
    devices,
    problem_types,
)
