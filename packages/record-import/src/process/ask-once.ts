import type { ReadingLimits } from "../limits.ts";
import { type Death, deathOf } from "./death.ts";
import { startChild } from "./start-child.ts";
import { watchMemory } from "./watch-memory.ts";

export type Answered =
  | { readonly how: "answered"; readonly answer: unknown }
  | { readonly how: "died"; readonly of: Death };

/**
 * One question to a process of its own, under the caps of the reading process: a program that answers its first message
 * with one. What it answers is the program's own word, but a file may have had a hand in it: whoever asks looks at it.
 */
export async function askOnce(main: URL, question: unknown, limits: ReadingLimits): Promise<Answered> {
  const child = startChild(main, limits);
  const { promise, resolve, reject } = Promise.withResolvers<Answered>();
  const die = (of: Death) => resolve({ how: "died", of });
  const clock = setTimeout(() => die("took-too-long"), limits.longest);
  const unwatch = watchMemory(child.pid, limits.memory, () => die("needs-too-much-memory"));
  child.once("message", (answer) => resolve({ how: "answered", answer }));
  child.once("exit", (code, signal) => die(deathOf(code, signal)));
  child.once("error", reject);
  child.send(Object(question), () => undefined);
  try {
    return await promise;
  } finally {
    clearTimeout(clock);
    unwatch();
    child.kill("SIGKILL");
  }
}
