import { useSyncExternalStore } from "react";

/** What becomes of this tab: `leaving` while somebody signs out, here or in another tab of the browser. */
export type Departure = "here" | "leaving" | "signed-out" | "refused";

const name = "consilium-session";
/** Milliseconds: a tab that hangs does not keep anybody signed in. */
const patience = 2_000;

/** One object in each tab: a channel does not reach itself, but every other one of its name. */
const channel = new BroadcastChannel(name);
let departure: Departure = "here";
const listeners = new Set<(now: Departure) => void>();

/** Called whenever it changes, within the change. Returns how to stop. */
export function onDeparture(listener: (now: Departure) => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

export const useDeparture = (): Departure => useSyncExternalStore(onDeparture, () => departure);

function turn(next: Departure): void {
  departure = next;
  for (const listener of listeners) listener(next);
}

/**
 * SY-25: whoever signs out in one tab signs out in all. The others are told and let go of what they hold (`stayOpen`), and
 * only then the server is asked, so that nothing is asked for, or sent, under a session that is over. Where the server does
 * not end the session everybody comes back.
 */
export async function departEverywhere(endSession: () => Promise<boolean>): Promise<void> {
  turn("leaving");
  const ending = whenAllHaveLeft(endSession);
  // Not before: who hears it waits in line for the same lock, behind this tab.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- A channel reaches its own origin only.
  channel.postMessage("leaving");
  turn((await ending) ? "signed-out" : "refused");
}

/** Alone in the browser, or after some patience all the same. */
async function whenAllHaveLeft(act: () => Promise<boolean>): Promise<boolean> {
  let begun: Promise<boolean> | undefined;
  const begin = () => (begun ??= act());
  try {
    return await navigator.locks.request(name, { signal: AbortSignal.timeout(patience) }, begin);
  } catch {
    return await begin();
  }
}

/** Follows what other tabs do. `isSignedIn`: asks the server, once the other tab is done or gone. */
export function followOtherTabs(isSignedIn: () => Promise<boolean>): void {
  channel.addEventListener("message", () => {
    turn("leaving");
    void navigator.locks.request(name, { mode: "shared" }, async () => {
      turn((await isSignedIn()) ? "here" : "signed-out");
    });
  });
}

/** Somebody has signed in, after whoever signed out in this tab. */
export const arrive = (): void => turn("here");

/** While something is open that lives on the session. Returns how to say that it is closed. */
export function stayOpen(): () => void {
  const { promise, resolve } = Promise.withResolvers<void>();
  void navigator.locks.request(name, { mode: "shared" }, () => promise);
  return resolve;
}
