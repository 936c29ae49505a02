import type * as Y from "yjs";

/** The newest schema of documents that this code knows. Raised with any change that an older editor would delete (SY-23). */
export const currentSchema = 1;

export const metaRoot = "meta";
export const schemaKey = "schema";

/** A document without one was never seeded: it has the first. */
export function schemaOf(doc: Y.Doc): number {
  const meta = doc.share.get(metaRoot);
  if (!meta) return 1;
  const schema = doc.getMap(metaRoot).get(schemaKey);
  return typeof schema === "number" ? schema : 1;
}

/** The seed's part, once, through the log (SY-5). */
export function writeSchema(doc: Y.Doc, schema: number = currentSchema): void {
  doc.getMap(metaRoot).set(schemaKey, schema);
}
