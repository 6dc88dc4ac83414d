"""管理: what an administrator keeps: people, departments, closing days; one module a screen."""

from station.web.routes.administration import badges, departments, index, people, suggestions

ROUTES = (index, people, badges, departments, suggestions)
