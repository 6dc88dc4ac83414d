"""One module a family of tracking numbers; `station.numbers.registry` finds them."""
