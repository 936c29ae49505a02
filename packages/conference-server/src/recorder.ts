import { endRecording, isIn } from "@consilium/clinical";
import { apply } from "./apply.ts";
import { carry } from "./carry.ts";
import type { RunningRecording } from "./media.ts";
import type { RecordedPart, RoomState } from "./room-state.ts";

interface Wanted {
  readonly seat: string;
  readonly kind: RecordedPart["kind"];
  readonly producers: readonly string[];
}

/** Of a part that is being written: what it is of, and how it ends. */
interface Running {
  readonly producers: string;
  readonly end: () => Promise<void>;
}

/**
 * Writes what is sent while a conference is recorded: a part for each person's voice and face, one for a screen. Whoever turns a camera on
 * or off begins another part.
 */
export class Recorder {
  readonly #room: () => RoomState;
  readonly #running = new Map<string, Running>();
  readonly #ending = new Set<Promise<void>>();

  constructor(room: () => RoomState) {
    this.#room = room;
  }

  /** Begins and ends parts as the conference and its streams are now. */
  follow(): void {
    const wanted = new Map(wantedIn(this.#room()).map((part) => [`${part.seat}/${part.kind}`, part]));
    for (const [name, running] of this.#running) {
      if (wanted.get(name)?.producers.join() === running.producers) continue;
      this.#running.delete(name);
      this.#wait(running.end());
    }
    for (const [name, part] of wanted)
      if (!this.#running.has(name)) this.#running.set(name, this.#begin(name, part));
  }

  /** Resolves when everything that was recorded is put away. */
  async settled(): Promise<void> {
    while (this.#ending.size > 0) await Promise.all(this.#ending);
  }

  #wait(ended: Promise<void>): void {
    const waiting = ended.catch(this.#room().settings.failed).finally(() => this.#ending.delete(waiting));
    this.#ending.add(waiting);
  }

  #begin(name: string, { seat, kind, producers }: Wanted): Running {
    const room = this.#room();
    const from = room.settings.now();
    const begun = carry(room).then((media) => media.record(producers));
    const kept = begun.then(({ bytes }) => room.settings.keepRecording?.({ seat, kind, from }, bytes));
    const running = { producers: producers.join(), end: () => end(begun, kept) };
    kept.catch((cause: unknown) => this.#broke(name, running, cause));
    return running;
  }

  /** A part that cannot be written is no recording: nobody is left to think that there is one. */
  #broke(name: string, running: Running, cause: unknown): void {
    const room = this.#room();
    if (this.#running.get(name) !== running) return;
    this.#running.delete(name);
    // A stream that ended, or a room that moved, between two looks at it.
    const isGone = !wantedIn(room).some(({ producers }) => producers.join() === running.producers);
    if (isGone) return;
    room.settings.failed(cause);
    const { askedBy } = room.conference.recording;
    const stopped = askedBy === null ? undefined : endRecording(room.conference, askedBy);
    if (stopped?.ok) apply(room, stopped.value);
  }
}

async function end(begun: Promise<RunningRecording>, kept: Promise<void>): Promise<void> {
  const recording = await begun.catch(() => undefined);
  await recording?.stop();
  await kept.catch(() => undefined);
}

/** Everybody who is in and sends something, each in the order of microphone and camera. */
function wantedIn({ conference, streams }: RoomState): readonly Wanted[] {
  if (conference.recording.since === null) return [];
  return [...streams].flatMap(([seat, { producers }]) => {
    const attendee = conference.attendees.get(seat);
    if (!attendee || !isIn(attendee)) return [];
    const of = (source: string) =>
      [...producers.values()].flatMap((stream) => (stream.source === source ? [stream.producer] : []));
    const face = [...of("microphone"), ...of("camera")];
    const screen = of("screen");
    return [
      ...(face.length > 0 ? [{ seat, kind: "face" as const, producers: face }] : []),
      ...(screen.length > 0 ? [{ seat, kind: "screen" as const, producers: screen }] : []),
    ];
  });
}
