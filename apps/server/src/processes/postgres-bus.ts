import { setTimeout as pause } from "node:timers/promises";
import type { OpenDatabase } from "@consilium/database";
import type { BusEvents, RunningBus } from "./running-bus.ts";
import { type AppWord, readSaid, writeSaid } from "./word-text.ts";

const channel = "consilium_words";
/** Milliseconds between two statements: a document's hints meanwhile are one. */
const gap = 5;
/** Bytes: PostgreSQL takes no longer payload. */
const longest = 7999;

/**
 * Hints by NOTIFY, after the commit and in a statement of its own, one at a time; without presence, which would be written to the
 * database with each key. `process`: this one's name.
 */
export function createPostgresBus(
  open: Pick<OpenDatabase, "query" | "listen">,
  process: string,
  events: BusEvents,
): RunningBus {
  const notify = (texts: readonly string[]) =>
    open.query("select pg_notify($1, word) from unnest($2::text[]) as word", [channel, texts]);
  const speaker = createSpeaker(async (words) => {
    const texts = words.map((word) => writeSaid({ from: process, word }));
    await notify(texts.filter((text) => Buffer.byteLength(text) <= longest));
  }, events.failed);
  const listening = open.listen(channel, (payload) => {
    if (payload === undefined) return events.connected();
    const said = readSaid(payload);
    if (said && said.from !== process) events.heard(said.word, said.from);
  });
  return {
    carriesPresence: false,
    say: speaker.say,
    follow: () => Promise.resolve(),
    leave: () => {},
    stop: async () => {
      await speaker.stop();
      await listening.stop();
    },
  };
}

/** One statement at a time; what is said meanwhile goes together. What it cannot send is lost: the next look finds it. */
function createSpeaker(send: (words: readonly AppWord[]) => Promise<void>, failed: (cause: unknown) => void) {
  const waiting = new Map<string, AppWord>();
  let sending: Promise<void> | undefined;
  let isStopped = false;
  const sendAll = async (): Promise<void> => {
    while (waiting.size > 0) {
      const words = [...waiting.values()];
      waiting.clear();
      await send(words).catch(failed);
      await pause(gap);
    }
    sending = undefined;
  };
  return {
    say: (word: AppWord): void => {
      if (isStopped) return;
      waiting.set(keyOf(word), word);
      sending ??= sendAll();
    },
    stop: async (): Promise<void> => {
      isStopped = true;
      await sending;
    },
  };
}

/** Of one document only the newest hint counts. Everything else is said each time. */
const keyOf = (word: AppWord): string => (word.kind === "committed" ? word.document : JSON.stringify(word));
