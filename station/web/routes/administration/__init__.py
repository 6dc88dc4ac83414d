"""管理: what an administrator keeps: people, departments, closing days; one module a screen."""

from station.web.routes.administration import (
    badge_sheet,
    badges,
    closing_days,
    department_tables,
    departments,
    devices,
    index,
    people,
    people_tables,
    suggestions,
)

ROUTES = (
    index,
    people_tables,
    people,
    badge_sheet,
    badges,
    department_tables,
    departments,
    suggestions,
    closing_days,
    devices,
)
"""Tables before people: `import` is no person's id."""
