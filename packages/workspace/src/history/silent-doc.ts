import * as Y from "yjs";

/**
 * A document that never writes by itself (SY-9). After a remote change to formatted text Yjs would delete marks that it takes
 * for superfluous; no row holds that, and it can change what shows once a later row comes.
 */
export function createSilentDoc(options: { readonly gc: boolean }): Y.Doc {
  const doc = new Y.Doc(options);
  doc.on("afterTransaction", (transaction) => {
    transaction._needFormattingCleanup = false;
  });
  return doc;
}
