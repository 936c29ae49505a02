import { createCaseKeys, createDocumentLog, documentId, openDatabase } from "@consilium/database";
import * as Y from "yjs";
import { masterKey } from "./running-server.ts";

export interface Hand {
  readonly seat: string;
  readonly person: string;
}

/**
 * Writes into a document by the log alone, past every gate: what no page of today can write, or not so much at once. A server
 * that has the document open reads it within seconds (SY-33). `read`: a document of the same case whose content `write` needs.
 */
export async function writeIntoLog(
  database: string,
  caseId: string,
  name: string,
  hand: Hand,
  write: (doc: Y.Doc, read: Y.Doc) => void,
  read = name,
): Promise<void> {
  const open = await openDatabase(database);
  try {
    const log = createDocumentLog({ open, keys: createCaseKeys({ pool: open.pool, masterKey }) });
    const contentOf = async (document: string) => {
      const { snapshot, updates, epoch, authority } = await log.load(documentId(caseId, document));
      const doc = new Y.Doc();
      if (snapshot) Y.applyUpdate(doc, snapshot.content);
      for (const { bytes } of updates) Y.applyUpdate(doc, bytes);
      return { doc, epoch, authority };
    };
    const { doc, epoch, authority } = await contentOf(name);
    const other = read === name ? doc : (await contentOf(read)).doc;
    const client = doc.clientID;
    const rows: Uint8Array[] = [];
    doc.on("update", (bytes: Uint8Array) => rows.push(bytes));
    doc.transact(() => write(doc, other));
    const [bytes] = rows;
    if (!bytes || rows.length > 1) throw new Error("One row is written");
    const clocks = [{ client, from: 0, to: Y.getState(doc.store, client) }];
    const row = { ...hand, bytes, clocks, at: new Date() };
    const group = { document: documentId(caseId, name), epoch, authority, rows: [row] };
    const [result] = await log.append([group]);
    if (result?.outcome !== "ok") throw new Error(`The log says ${result?.outcome}`);
  } finally {
    await open.close();
  }
}
