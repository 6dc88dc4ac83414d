"""Check a journal without the software that wrote it.  Python's standard library only.

usage: python3 verify_journal.py EXPORT [--checkpoint NOTE --key KEY]

EXPORT is what `station ledger export` writes: a line an entry, {"hash": ..., "body": ...}.  The
body is text; its bytes in UTF-8 are what was hashed.  Checked for every entry, in order:

1. the SHA-256 of the body's bytes is the hash beside it;
2. the body names the hash of the entry before it (64 zeros in the first one of an office);
3. entries are numbered 1, 2, 3, ... within their office, and their times never run back.

So no entry was changed, swapped, or taken out of the middle after the last hash was known.  That
the end was not cut off, and the whole not written anew, only a checkpoint shows: a note on paper,
signed when it was printed.  NOTE is its text; KEY is the line "name+id+..." that the office keeps
with its papers.  The signature (Ed25519, RFC 8032, section 5.1) must hold, and the entry that the
note names must be there with the hash that it names.

Ends with 0 and "intact", or with 1 and the first thing that does not hold.
"""

import argparse
import base64
import hashlib
import json
import sys

GENESIS = "0" * 64
ORIGIN = "mail-station/ledger/"

# Ed25519 (RFC 8032, section 5.1): the field, the curve's constant, the order of the base point.
P = 2**255 - 19
D = -121665 * pow(121666, -1, P) % P
L = 2**252 + 27742317777372353535851937790883648493


def fail(what):
    print(f"BROKEN: {what}")
    sys.exit(1)


def check_chain(lines):
    """Return {office: [hash of entry 1, of entry 2, ...]}."""
    hashes, times = {}, {}
    for number, line in enumerate(lines, start=1):
        try:
            entry = json.loads(line)
            body_bytes = entry["body"].encode("utf-8")
            body = json.loads(entry["body"])
            office, seq, previous, at = (body[k] for k in ("office", "seq", "previous", "at"))
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            fail(f"line {number}: this is no entry ({error!r})")
        chain = hashes.setdefault(office, [])
        where = f"line {number}, entry {seq} of {office}"
        if hashlib.sha256(body_bytes).hexdigest() != entry["hash"]:
            fail(f"{where}: its bytes do not give its hash: it was altered")
        if seq != len(chain) + 1:
            fail(f"{where}: expected entry {len(chain) + 1}: entries are missing or out of order")
        if previous != (chain[-1] if chain else GENESIS):
            fail(f"{where}: it does not hang on the entry before it")
        if at < times.get(office, ""):
            fail(f"{where}: its time lies before that of the entry before it")
        chain.append(entry["hash"])
        times[office] = at
    return hashes


def add(one, two):
    """Add two points in extended coordinates (RFC 8032, section 5.1.4)."""
    (x1, y1, z1, t1), (x2, y2, z2, t2) = one, two
    a, b = (y1 - x1) * (y2 - x2) % P, (y1 + x1) * (y2 + x2) % P
    c, d = 2 * t1 * t2 * D % P, 2 * z1 * z2 % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % P, g * h % P, f * g % P, e * h % P


def times(number, point):
    """Return number times a point, by doubling and adding."""
    result = (0, 1, 1, 0)
    while number:
        if number & 1:
            result = add(result, point)
        point = add(point, point)
        number >>= 1
    return result


def point_from(data):
    """Decode a point (RFC 8032, section 5.1.3); None where the bytes are none."""
    number = int.from_bytes(data, "little")
    y, sign = number & ((1 << 255) - 1), number >> 255
    if y >= P:
        return None
    square = (y * y - 1) * pow(D * y * y + 1, -1, P) % P
    x = pow(square, (P + 3) // 8, P)
    if x * x % P != square:
        x = x * pow(2, (P - 1) // 4, P) % P
    if x * x % P != square or (x == 0 and sign):
        return None
    x = P - x if x & 1 != sign else x
    return x, y, 1, x * y % P


BASE = point_from((4 * pow(5, -1, P) % P).to_bytes(32, "little"))


def signature_holds(public, message, signature):
    """Whether 64 bytes are the signature of a message (RFC 8032, section 5.1.7)."""
    key, r = point_from(public), point_from(signature[:32])
    s = int.from_bytes(signature[32:], "little")
    if key is None or r is None or s >= L or len(signature) != 64:
        return False
    digest = hashlib.sha512(signature[:32] + public + message).digest()
    left = times(s, BASE)
    right = add(r, times(int.from_bytes(digest, "little") % L, key))
    # Equal points in extended coordinates: x1/z1 = x2/z2 and y1/z1 = y2/z2.
    return (left[0] * right[2] - right[0] * left[2]) % P == 0 and (
        left[1] * right[2] - right[1] * left[2]
    ) % P == 0


def checked_note(note, key_line):
    """Return (office, number of entries, hash) of a note whose signature holds."""
    name, key_id, encoded = key_line.strip().split("+", 2)
    key = base64.b64decode(encoded)
    if hashlib.sha256(name.encode() + b"\n" + key).digest()[:4].hex() != key_id:
        fail("the key's id is not its own")
    text, _, signatures = note.replace("\r\n", "\n").partition("\n\n")
    message = (text + "\n").encode()
    for line in signatures.splitlines():
        signer, _, blob = line.removeprefix("\u2014 ").partition(" ")
        blob = base64.b64decode(blob) if signer == name else b""
        if blob[:4].hex() == key_id:
            if not signature_holds(key[1:], message, blob[4:]):
                fail("the checkpoint's signature does not hold")
            origin, entries, head = text.split("\n")[:3]
            return origin.removeprefix(ORIGIN), int(entries), base64.b64decode(head).hex()
    fail("this key has not signed the checkpoint")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("export")
    parser.add_argument("--checkpoint")
    parser.add_argument("--key", help="the line name+id+...")
    options = parser.parse_args()
    with open(options.export, encoding="utf-8") as lines:
        hashes = check_chain(lines)
    if not hashes:
        fail("expected entries, got an empty file")
    for office, chain in sorted(hashes.items()):
        print(f"intact: {len(chain)} entries, head {chain[-1]} ({office})")
    if options.checkpoint:
        if not options.key:
            parser.error("--checkpoint wants --key")
        with open(options.checkpoint, encoding="utf-8") as file:
            office, entries, head = checked_note(file.read(), options.key)
        chain = hashes.get(office, [])
        if entries > len(chain):
            fail(f"the checkpoint saw {entries} entries of {office}, here are {len(chain)}")
        if entries and chain[entries - 1] != head:
            fail(f"entry {entries} of {office} had another hash at the checkpoint: written anew")
        print(f"extends the checkpoint of {entries} entries ({office})")


if __name__ == "__main__":
    main()
