import { createClient } from "@redis/client";
import type { BusEvents, RunningBus } from "./running-bus.ts";
import { caseOfWord, readSaid, writeSaid } from "./word-text.ts";

const everybody = "consilium:all";
const channelOf = (caseId: string): string => `consilium:case:${caseId}`;
/** Milliseconds: nothing is waited longer for, and it is tried again at least so often. */
const longestWait = 1000;
/** Words that wait for a slow Redis; above it they are lost. */
const mostWaiting = 10_000;

/**
 * Hints and presence over a Redis or Valkey (`redis://…`, `rediss://…`), one channel a case, so that a process hears of those
 * cases only that somebody here has open. Nothing is stored there. `process`: this one's name.
 */
export function createRedisBus(url: string, process: string, events: BusEvents): RunningBus {
  const socket = {
    connectTimeout: longestWait,
    reconnectStrategy: (tries: number) => Math.min(100 * tries, longestWait),
  };
  const speaker = createClient({
    url,
    socket,
    disableOfflineQueue: true,
    commandsQueueMaxLength: mostWaiting,
  });
  const listener = createClient({ url, socket });
  const { failed } = events;
  for (const client of [speaker, listener]) client.on("error", failed);
  listener.on("ready", events.connected);
  const hear = (text: string): void => {
    const said = readSaid(text);
    if (said && said.from !== process) events.heard(said.word, said.from);
  };
  // Where it is not there yet they go on trying: the server does without, as when it goes away.
  for (const begun of [speaker.connect(), listener.connect(), listener.subscribe(everybody, hear)])
    begun.catch(failed);
  return {
    carriesPresence: true,
    say: (word) => {
      const caseId = caseOfWord(word);
      const channel = caseId === undefined ? everybody : channelOf(caseId);
      if (speaker.isReady) speaker.publish(channel, writeSaid({ from: process, word })).catch(failed);
    },
    follow: async (caseId) => {
      const subscribed = listener.subscribe(channelOf(caseId), hear).catch(failed);
      await Promise.race([subscribed, pauseFor(longestWait)]);
    },
    leave: (caseId) => void listener.unsubscribe(channelOf(caseId)).catch(failed),
    stop: () => {
      for (const client of [speaker, listener]) client.destroy();
      return Promise.resolve();
    },
  };
}

const pauseFor = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => void setTimeout(resolve, milliseconds).unref());
