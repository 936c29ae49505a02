import { setTimeout as pause } from "node:timers/promises";
import type { OpenedDocument } from "@consilium/workspace-client";
import type { Awareness } from "y-protocols/awareness";
import type * as Y from "yjs";
import { createAppClient } from "../measuring/app-client.ts";

/** Somebody with the app's own client, who has a caret in the document, and sees others'. */
export interface Person {
  readonly name: string;
  /** Undefined while the document is being opened again. */
  readonly doc: () => Y.Doc | undefined;
  readonly awareness: () => Awareness | undefined;
  readonly leave: () => void;
}

export interface Room {
  readonly caseId: string;
  readonly document: string;
}

/** Resolves when the document is there. */
export async function enter(name: string, host: string, { caseId, document }: Room): Promise<Person> {
  const fault = (_: string, cause: unknown) => console.error(`a fault in the page of ${name}:`, cause);
  const client = createAppClient({ host, caseId, seat: name, fault });
  const opened = client.open(document);
  if (!opened) throw new Error(`${document} is the name of no document.`);
  while (!isWhole(opened)) await pause(10);
  const now = () => {
    const snapshot = opened.document.snapshot.getSnapshot();
    return snapshot.phase === "open" ? snapshot : undefined;
  };
  // A document that is opened again begins with an awareness of its own.
  const show = () => {
    const awareness = now()?.awareness;
    if (awareness && !awareness.getLocalState()?.["cursor"])
      awareness.setLocalStateField("cursor", { at: 0 });
  };
  opened.document.snapshot.subscribe(show);
  show();
  return { name, doc: () => now()?.doc, awareness: () => now()?.awareness, leave: () => client.close() };
}

function isWhole({ document }: OpenedDocument): boolean {
  const snapshot = document.snapshot.getSnapshot();
  return snapshot.phase === "open" && snapshot.synced;
}

/** Milliseconds until everybody sees everybody, and nobody else; undefined: not within `patience`. */
export async function untilAllSee(people: readonly Person[], patience: number): Promise<number | undefined> {
  const began = performance.now();
  const names = people.map(({ name }) => name).toSorted();
  while (!people.every((person) => seenBy(person).join() === names.join())) {
    if (performance.now() - began > patience) return undefined;
    await pause(10);
  }
  return performance.now() - began;
}

/** One's own caret is not told to oneself by others' names: it counts as seen. */
function seenBy({ name, awareness }: Person): readonly string[] {
  const own = awareness()?.clientID;
  const others = [...(awareness()?.getStates() ?? [])].flatMap(([id, state]) =>
    id === own ? [] : [nameOf(state)],
  );
  return [name, ...others].toSorted();
}

function nameOf(state: object): string {
  const user: unknown = "user" in state ? state.user : undefined;
  return typeof user === "object" && user !== null && "name" in user ? String(user.name) : "?";
}
