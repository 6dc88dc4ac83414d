"""The browser's face: pages and what terminals send."""
