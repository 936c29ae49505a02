/** Three tones of a chord, half a second in all: heard well by old ears, and by cheap speakers. */
const tones = [523.25, 659.25, 783.99];
const each = 0.18;

/** Plays a short sound. `speaker`: one of this machine's; else its own choice. */
export async function playSound(speaker: string | undefined): Promise<void> {
  const context = new AudioContext();
  if (speaker !== undefined && "setSinkId" in context && typeof context.setSinkId === "function")
    await context.setSinkId(speaker);
  const ended = tones.map((tone, at) => playTone(context, tone, context.currentTime + at * each));
  await Promise.all(ended);
  await context.close();
}

function playTone(context: AudioContext, tone: number, from: number): Promise<unknown> {
  const gain = new GainNode(context, { gain: 0 });
  const oscillator = new OscillatorNode(context, { frequency: tone });
  oscillator.connect(gain).connect(context.destination);
  gain.gain.setValueAtTime(0, from);
  gain.gain.linearRampToValueAtTime(0.25, from + 0.02);
  gain.gain.exponentialRampToValueAtTime(0.001, from + each * 1.8);
  oscillator.start(from);
  oscillator.stop(from + each * 2);
  return new Promise((resolve) => oscillator.addEventListener("ended", resolve));
}
