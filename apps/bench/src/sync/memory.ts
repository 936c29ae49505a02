import { setTimeout as pause } from "node:timers/promises";
import type { Contender } from "./contenders.ts";
import { writeContent } from "./join-storm.ts";
import { joinRaw } from "./raw-client.ts";

/** Milliseconds in which a server may put down what it held only for a moment. */
const untilSettled = 500;

/** Kibibytes that one more document takes, open, with that content and one person in it: of the server's own heap and buffers, its database not included. */
export async function measureMemory(contender: Contender, documents: number, bytes: number): Promise<number> {
  const content = writeContent(bytes);
  const places = await contender.createDocuments(documents);
  const before = await weigh(contender);
  const people = await Promise.all(places.map((place) => joinRaw(place, {}, { brings: content })));
  await pause(untilSettled);
  const after = await weigh(contender);
  for (const person of people) person.leave();
  return (after - before) / documents / 1024;
}

async function weigh({ process }: Contender): Promise<number> {
  return Number((await process.tell("weigh", "weighs")).split(" ")[1]);
}
