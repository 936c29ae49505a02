/** What a seat may do with a document now. `version`: the text as it was shared, over HTTP, never the live document. */
export interface Access {
  readonly read: "no" | "version" | "live";
  readonly write: boolean;
}

export const denied: Access = { read: "no", write: false };
export const reads: Access = { read: "live", write: false };
export const readsVersion: Access = { read: "version", write: false };
export const writes: Access = { read: "live", write: true };
