"""管理: what an administrator keeps: people, departments, closing days; one module a screen."""

from station.web.routes.administration import badges, index, people

ROUTES = (index, people, badges)
