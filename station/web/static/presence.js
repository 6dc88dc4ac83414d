// From what single frames show to pieces: the rule of station/scan/presence.py, on the station's word.
//
// A number counts when two of the last five frames show it and the station calls it verified in the
// newest.  A piece that was taken counts again only after it has left the picture.
const FRAMES_AGREEING = 2;
const FRAMES_REMEMBERED = 5;
const GONE_AFTER_MS = 1000; // a hand that trembles must not make one piece two,
const GONE_FRAMES = 3; // nor a station that looks at one frame a second

export class Presence {
  #present = new Map(); // number -> {seen, missed}
  #recent = [];

  // What a frame at a time (in ms, never running backwards) changes, one of
  //   {took: found}     this piece counts now
  //   {several: [..]}   several numbers in one picture: nothing counts until one is left
  //   {unsure: found}   seen twice, and the station does not vouch for it
  //   {}                nothing
  see(numbers, at) {
    this.#keep(numbers, at);
    const words = numbers.filter((found) => found.is_verified || found.why === "one_witness");
    const different = [...new Map(words.map((found) => [found.number, found])).values()];
    if (different.length > 1) {
      this.#recent = [];
      return { several: different };
    }
    this.#recent = [...this.#recent, numbers].slice(-FRAMES_REMEMBERED);
    const verified = words.find((found) => found.is_verified);
    const seen = verified ?? words[0] ?? numbers[0];
    if (!seen || this.#present.has(seen.number) || this.#times(seen.number) < FRAMES_AGREEING) return {};
    if (!verified) return { unsure: seen };
    this.taken(seen.number, at);
    return { took: seen };
  }

  // It stands in the picture and has been dealt with.
  taken(number, at) {
    this.#present.set(number, { seen: at, missed: 0 });
  }

  #keep(numbers, at) {
    const shown = new Set(numbers.map((found) => found.number));
    for (const [number, last] of this.#present) {
      if (shown.has(number)) this.taken(number, at);
      else if (++last.missed >= GONE_FRAMES && at - last.seen >= GONE_AFTER_MS) this.#present.delete(number);
    }
  }

  #times(number) {
    return this.#recent.filter((frame) => frame.some((found) => found.number === number)).length;
  }
}
