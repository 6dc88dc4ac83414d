"""From a picture or keystrokes to a reading that can be trusted, or to a doubtful one."""
