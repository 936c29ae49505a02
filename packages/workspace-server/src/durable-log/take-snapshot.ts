import * as Y from "yjs";
import type { Engine } from "../engine.ts";
import { hasRows, type OpenDocument } from "../open-document.ts";

/**
 * SY-5. Sequence and content are taken together, and only when no row waits: then everything admitted is committed, and the
 * content is what the rows up to that sequence give. Taken while something waits it would hold what may never be.
 */
export function snapshotIfDue(engine: Engine, document: OpenDocument, rows: number): void {
  if (document.rowsSinceSnapshot < rows || hasRows(document)) return;
  document.rowsSinceSnapshot = 0;
  const { id, sequence, content } = document;
  const snapshot = { document: id, sequence, content: Y.encodeStateAsUpdate(content), at: engine.now() };
  engine.log.storeSnapshot(snapshot).catch((cause: unknown) => {
    // Loading costs more until the next one; nothing else depends on it.
    engine.report({ kind: "failed", what: "snapshot", document: id, cause });
  });
}
