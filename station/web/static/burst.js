// Tells a scanner's keys from a person's where both may come: in a text field.
const GAP_MS_MAX = 40; // between two keys of a scanner; the fastest typists stay above 60
const LENGTH_MIN = 8; // no code is shorter

export class Burst {
  #text = "";
  #at = 0;

  // The code that this key has ended, taken back out of the field; undefined while there is none.
  after(event, into) {
    const is_next = event.timeStamp - this.#at < GAP_MS_MAX;
    this.#at = event.timeStamp;
    if (event.key.length === 1) {
      this.#text = is_next ? this.#text + event.key : event.key;
      return undefined;
    }
    if (event.key === "Shift") return undefined;
    const text = is_next && /^(Enter|Tab)$/.test(event.key) ? this.#text : "";
    this.#text = "";
    if (text.length < LENGTH_MIN || !into.value.includes(text)) return undefined;
    into.value = into.value.replace(text, "");
    return text;
  }
}
