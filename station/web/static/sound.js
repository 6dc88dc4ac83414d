// One distinct sound for each of the four answers: [frequency in Hz, length in ms], in a row.
const TUNES = {
  taken: [[1320, 90]],
  look: [[660, 120], [880, 160]],
  already: [[440, 110]],
  refused: [[165, 700]],
};

let context;

export function play(answer) {
  try {
    context ??= new AudioContext();
    let at = context.currentTime;
    for (const [hertz, ms] of TUNES[answer]) {
      const tone = context.createOscillator();
      const volume = context.createGain();
      tone.frequency.value = hertz;
      tone.type = answer === "refused" ? "square" : "sine";
      volume.gain.value = 0.15;
      tone.connect(volume).connect(context.destination);
      tone.start(at);
      at += ms / 1000;
      tone.stop(at);
    }
  } catch {
    // No sound device: colour, word and mark still tell.
  }
}
