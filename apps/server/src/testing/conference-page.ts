import { vi } from "vitest";
import { WebSocket } from "ws";
import { z } from "zod";
import type { TestPerson } from "./test-person.ts";

const Told = z.looseObject({
  id: z.string().nullish(),
  ok: z.boolean().optional(),
  reason: z.string().optional(),
  data: z.unknown().optional(),
  method: z.string().optional(),
});
type Told = z.infer<typeof Told>;

export interface ConferencePage {
  /** The answer's data, or the reason of a refusal. */
  readonly ask: (method: string, data?: object) => Promise<unknown>;
  /** As it is: text, or bytes. */
  readonly say: (message: string | Uint8Array) => void;
  readonly heard: Told[];
  readonly closed: Promise<{ readonly code: number; readonly reason: string }>;
  /** The line is cut, without a word. */
  readonly cut: () => void;
}

/** Somebody's page at the door of a conference, over a real socket. */
export async function openConferencePage(
  { origin, cookie }: Pick<TestPerson, "origin" | "cookie">,
  conference: string,
): Promise<ConferencePage> {
  const socket = new WebSocket(`${origin.replace("http", "ws")}/conference/${conference}`, {
    headers: { cookie },
  });
  const heard: Told[] = [];
  const answers = new Map<string, (told: Told) => void>();
  socket.on("message", (data: Buffer) => {
    const told = Told.parse(JSON.parse(data.toString("utf8")));
    const answered = told.id ? answers.get(told.id) : undefined;
    if (answered) answered(told);
    else heard.push(told);
  });
  const closed = new Promise<{ code: number; reason: string }>((resolve) => {
    socket.on("close", (code, reason) => resolve({ code, reason: reason.toString() }));
  });
  await new Promise<void>((resolve, reject) => {
    socket.once("open", resolve);
    socket.once("error", reject);
  });
  let count = 0;
  const ask = async (method: string, data: object = {}) => {
    const id = `${conference}-${(count += 1)}-${Math.random()}`;
    const told = await new Promise<Told>((resolve) => {
      answers.set(id, resolve);
      socket.send(JSON.stringify({ id, method, data }));
    });
    return told.ok === true ? told.data : told.reason;
  };
  const say = (message: string | Uint8Array) => socket.send(message);
  return { ask, say, heard, closed, cut: () => socket.terminate() };
}

/** Comes as far as somebody gets by themselves: in, or before the door. */
export async function comeTo(person: Pick<TestPerson, "origin" | "cookie">, conference: string) {
  const page = await openConferencePage(person, conference);
  await page.ask("join", { version: 1 });
  return { page, at: await page.ask("goIn") };
}

export const untilHeard = ({ heard }: ConferencePage, method: string): Promise<Told> =>
  vi.waitFor(() => {
    const found = heard.find((told) => told.method === method);
    if (!found) throw new Error(`Nobody has said ${method}`);
    return found;
  }, 10_000);

/** What has to have happened within a second by the clock, from now on: the bound that is promised to whoever takes a right away. */
export async function withinASecond<T>(happens: Promise<T>): Promise<T> {
  const { promise: isLate, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error("It has not happened within a second")), 1000);
  return Promise.race([happens, isLate]).finally(() => clearTimeout(timer));
}
