"""Set-up, and what is run by hand."""
