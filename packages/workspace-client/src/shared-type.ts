import type * as Y from "yjs";

/** Any type of a document, as Yjs itself declares its roots. */
export type SharedType = Y.Doc["share"] extends ReadonlyMap<string, infer Type> ? Type : never;
