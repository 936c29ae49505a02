import { setTimeout as pause } from "node:timers/promises";
import type { DocumentSnapshot, OpenedDocument, WorkspaceClient } from "@consilium/workspace-client";
import { IDBFactory } from "fake-indexeddb";
import { createAppClient } from "../measuring/app-client.ts";
import type { Writer, WriterOptions } from "./writer.ts";

export interface AppWriter extends Writer {
  /** The page goes away as it is and is loaded again; what it kept in its browser stays. */
  readonly reload: () => Promise<void>;
}

interface Page {
  readonly client: WorkspaceClient;
  readonly opened: OpenedDocument;
}

/** Milliseconds until what the old page had begun to store is stored: the store here is only like the browser's. */
const untilStored = 100;

/** The app's own client, with the outbox that keeps what is not saved. */
export function createAppWriter(options: WriterOptions): AppWriter {
  const indexedDB = new IDBFactory();
  let page = openPage(options, indexedDB);
  return {
    name: options.name,
    doc: () => writable(page.opened.document.snapshot.getSnapshot()),
    dialNow: () => page.client.retryNow(),
    leave: () => page.client.close(),
    reload: async () => {
      page.client.close();
      await pause(untilStored);
      page = openPage(options, indexedDB);
    },
  };
}

function openPage(options: WriterOptions, indexedDB: IDBFactory): Page {
  const { name, host, caseId, document, wrong } = options;
  const fault = (_: string, cause: unknown) => wrong(`a fault in the page: ${String(cause)}`);
  const client = createAppClient({ host, caseId, seat: name, fault, indexedDB });
  const opened = client.open(document);
  if (!opened) throw new Error(`${document} is the name of no document.`);
  const { snapshot } = opened.document;
  snapshot.subscribe(() => follow(snapshot.getSnapshot(), options));
  return { client, opened };
}

/** "Saved" is said of everything at once. */
function follow(now: DocumentSnapshot, { done, saved, wrong }: WriterOptions): void {
  if (now.status.state === "not-saved") wrong(`not saved: ${now.status.reason}`);
  if (now.phase === "ended" && now.reason !== "left") wrong(`ended with ${now.code} ${now.reason}`);
  if (now.phase === "open" && now.synced && now.status.state === "saved") saved(done());
}

const writable = (now: DocumentSnapshot) =>
  now.phase === "open" && now.synced && now.mayWrite ? now.doc : undefined;
