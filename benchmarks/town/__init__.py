"""A town hall's year of mail, in which people err: once with paper, once with the station."""
