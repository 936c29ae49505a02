import * as Y from "yjs";

export interface Mirror {
  readonly doc: Y.Doc;
  readonly stop: () => void;
}

/**
 * A reader's copy, fed one way. An editor that is only mounted may write: it deletes what its schema does not know, adds
 * cells, joins texts (SY-23). What it mends here stays here.
 */
export function mirrorOf(source: Y.Doc): Mirror {
  const doc = new Y.Doc();
  const copy = (update: Uint8Array): void => Y.applyUpdate(doc, update, mirrorOf);
  copy(Y.encodeStateAsUpdate(source));
  source.on("update", copy);
  return {
    doc,
    stop: () => {
      source.off("update", copy);
      doc.destroy();
    },
  };
}
