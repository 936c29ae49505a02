import type { DocumentId } from "@consilium/workspace-server";
import * as Y from "yjs";
import type { Services } from "../services.ts";

/**
 * What is committed of a document, as a replica of its own that nobody else holds. For commands that read a document once;
 * open documents live in the workspace server.
 */
export const readContent = async (services: Pick<Services, "log">, document: DocumentId): Promise<Y.Doc> =>
  (await readContentAt(services, document)).content;

/** The same, with the sequence that it was read at. */
export async function readContentAt(
  { log }: Pick<Services, "log">,
  document: DocumentId,
): Promise<{ readonly content: Y.Doc; readonly sequence: number }> {
  const { snapshot, updates, sequence } = await log.load(document);
  const content = new Y.Doc();
  content.transact(() => {
    if (snapshot) Y.applyUpdate(content, snapshot.content);
    for (const { bytes } of updates) Y.applyUpdate(content, bytes);
  });
  return { content, sequence };
}
