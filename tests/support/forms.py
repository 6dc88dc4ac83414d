"""Forms of a page as a browser without a script would send them."""

import html
import re

HIDDEN = r'type="hidden" name="(\w+)" value="([^"]*)"'


def form_of(page: str, action: str) -> dict[str, list[str]]:
    """Everything that one form of a page sends as it stands: hidden fields, and choices."""
    found = re.search(rf'<form method="post" action="{action}".*?</form>', page, re.DOTALL)
    assert found is not None, page
    fields: dict[str, list[str]] = {}
    for name, value in re.findall(HIDDEN, found[0]):
        fields.setdefault(name, []).append(html.unescape(value))
    for name, options in re.findall(r'<select name="(\w+)".*?>(.*?)</select>', found[0], re.DOTALL):
        values = re.findall(r'<option value="([^"]*)"( selected)?', options)
        chosen = [value for value, selected in values if selected] or [v for v, _ in values[:1]]
        fields.setdefault(name, []).extend(map(html.unescape, chosen))
    return fields
