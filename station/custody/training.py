"""Is this a ledger to train with?  The one place that says so, and with which words it is marked.

The office's id says it.  It is the first word of every key in the database, it stands in the hashed
text of every entry and in every checkpoint, and no deed changes it: so a training ledger cannot
lose its mark, and no real one can be given it afterwards.  `station init` founds no office of such
an id, `station training` no other.
"""

OFFICE = "training"

MARK = "訓練 TRAINING"
"""In both languages everywhere: whoever finds a paper may read only one."""

SENTENCE = f"{MARK} - 本物の記録ではありません - not a real record"
FILE_PREFIX = "訓練_TRAINING_"


def is_training(office: str) -> bool:
    """Whether an office's ledger is one to train with, by the office's id."""
    return office == OFFICE or office.startswith(f"{OFFICE}-")


def mark_of(office: str) -> str:
    """Return what every page and paper of an office is marked with; "" for a real one."""
    return MARK if is_training(office) else ""


def file_name(office: str, name: str) -> str:
    """Return the name under which a file of an office is given out."""
    return FILE_PREFIX + name if is_training(office) else name
