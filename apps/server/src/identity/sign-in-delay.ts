import { createHmac } from "node:crypto";
import {
  type AttemptSource,
  countAttempt,
  type Database,
  forgetAttempts,
  knowsDevice,
} from "@consilium/database";
import type { Clock } from "@consilium/foundation";

export interface SignInDelayOptions {
  readonly database: Database;
  readonly secret: string;
  readonly now: Clock;
  readonly pause: (milliseconds: number) => Promise<void>;
}

export interface Attempt {
  readonly email: string;
  /** Of the browser's cookie. */
  readonly deviceId: string | undefined;
  readonly address: string;
}

export type Outcome = "signed-in" | "refused" | "one-is-waiting";

const free = 5;
const first = 250;
const longest = 8000;
const forgottenAfter = 15 * 60_000;

/** Milliseconds that an attempt waits after so many failed ones. */
export const delayAfter = (failures: number): number =>
  failures < free ? 0 : Math.min(longest, first * 2 ** (failures - free));

/**
 * By account, where Better Auth counts by address alone. A delay and never a lock: the right password always gets in
 * within seconds. Attempts from a browser that has signed in to the account before are counted apart, so that a stranger
 * does not even slow its owner down there. From one address one attempt on one account waits at a time; unknown accounts
 * are counted like known ones, so that nobody learns which exist.
 */
export function createSignInDelay({ database, secret, now, pause }: SignInDelayOptions) {
  const waiting = new Set<string>();

  async function sourceOf({ email, deviceId }: Attempt): Promise<AttemptSource> {
    const address = email.toLowerCase();
    const account = createHmac("sha256", secret).update(`sign-in\n${address}`).digest();
    const isKnown = deviceId !== undefined && (await knowsDevice(database, address, deviceId));
    return { account, source: isKnown ? deviceId : "elsewhere" };
  }

  return async (attempt: Attempt, make: () => Promise<"signed-in" | "refused">): Promise<Outcome> => {
    const source = await sourceOf(attempt);
    const turn = [source.account.toString("base64"), source.source, attempt.address].join(" ");
    if (waiting.has(turn)) return "one-is-waiting";
    const at = now();
    const failures = await countAttempt(database, source, at, new Date(at.getTime() - forgottenAfter));
    const delay = delayAfter(failures);
    if (delay > 0) {
      if (waiting.has(turn)) return "one-is-waiting";
      waiting.add(turn);
      await pause(delay).finally(() => waiting.delete(turn));
    }
    const outcome = await make();
    if (outcome === "signed-in") await forgetAttempts(database, source);
    return outcome;
  };
}
