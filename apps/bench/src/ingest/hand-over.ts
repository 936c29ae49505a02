import { setTimeout as pause } from "node:timers/promises";
import { createUlid, secureRandom } from "@consilium/foundation";
import { z } from "zod";
import { type DemoServer, findOpenCase } from "../measuring/demo-server.ts";
import { type Door, type FileToSend, sendWhole } from "./tus-client.ts";

/** Milliseconds between two looks at a delivery. */
const rhythm = 100;
/** Files at once, as the app sends them. */
const atOnce = 3;

const Delivery = z.object({
  state: z.string(),
  kept: z.number(),
  notRead: z.number(),
  records: z.array(z.string()),
  outcomes: z.array(z.object({ path: z.string(), is: z.string(), reason: z.string().nullable() })),
});
export type ReadDelivery = z.infer<typeof Delivery>;

/** Who referred the demo's open case. */
export async function openDoor(server: DemoServer): Promise<Door> {
  const cookie = await server.signIn("referrer@demo.test");
  return { origin: server.origin, cookie, caseId: await findOpenCase(server, cookie) };
}

async function post({ origin, cookie, caseId }: Door, path: string, body: unknown): Promise<void> {
  const answer = await fetch(`${origin}/api/cases/${caseId}/deliveries${path}`, {
    method: "POST",
    headers: { cookie, "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`deliveries${path} answers ${answer.status}: ${await answer.text()}`);
}

export async function beginDelivery(door: Door): Promise<string> {
  const id = createUlid(Date.now(), secureRandom);
  await post(door, "", { id });
  return id;
}

/** Resolves when all of their bytes are there. */
export async function sendAll(door: Door, delivery: string, files: readonly FileToSend[]): Promise<void> {
  const left = files.values();
  const sendSome = async () => {
    for (const file of left) await sendWhole(door, delivery, file);
  };
  await Promise.all(Array.from({ length: atOnce }, sendSome));
}

/** Says that these are all, and waits until it is read. Throws where it was not. */
export async function untilRead(door: Door, delivery: string, files: number): Promise<ReadDelivery> {
  await post(door, `/${delivery}/complete`, { files });
  for (;;) {
    const answer = await fetch(`${door.origin}/api/cases/${door.caseId}/deliveries/${delivery}`, {
      headers: { cookie: door.cookie },
    });
    const found = Delivery.parse(await answer.json());
    if (found.state === "done") return found;
    if (found.state === "failed" || found.state === "asking")
      throw new Error(`The delivery is ${found.state}.`);
    await pause(rhythm);
  }
}

/** Milliseconds, and what came of it. */
export async function timed<T>(act: () => Promise<T>): Promise<{ readonly took: number; readonly value: T }> {
  const began = performance.now();
  const value = await act();
  return { took: performance.now() - began, value };
}

/** Megabytes a second. */
export const speedOf = (bytes: number, milliseconds: number): number => bytes / 1000 / milliseconds;
