"""What axe-core finds of barriers on a page, by its rules for WCAG 2.2, A and AA."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
RULES = {"runOnly": {"type": "tag", "values": TAGS}}
UNFOLD = "for (const it of document.querySelectorAll('details')) it.open = true"


def barriers(page: Page) -> list[str]:
    """What is wrong on a page, with every part of it unfolded."""
    page.evaluate(UNFOLD)
    answer = Axe().run(page, options=RULES).response
    assert len(answer["passes"]) > 5, "the rules looked at the page"
    return [f"{it['id']}: {on['html'][:120]}" for it in answer["violations"] for on in it["nodes"]]
