import type { DocumentId } from "@consilium/workspace-server";
import * as Y from "yjs";
import type { Services } from "../services.ts";

/**
 * What is committed of a document, as a replica of its own that nobody else holds. For commands that read a document once;
 * open documents live in the workspace server.
 */
export async function readContent({ log }: Pick<Services, "log">, document: DocumentId): Promise<Y.Doc> {
  const { snapshot, updates } = await log.load(document);
  const content = new Y.Doc();
  content.transact(() => {
    if (snapshot) Y.applyUpdate(content, snapshot.content);
    for (const { bytes } of updates) Y.applyUpdate(content, bytes);
  });
  return content;
}
