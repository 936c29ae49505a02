import type { CaseRecord } from "./record-query.ts";

/** Viewers whose libraries are large: each comes only when a record of its kind is opened, or is about to be. */
export const viewers = {
  "imaging-study": () => import("../imaging/study-view.tsx"),
} as const;

/** Somebody points at a record: the scripts that show it may come already. Nothing of the record itself is asked for. */
export function fetchViewerOf({ kind }: Pick<CaseRecord, "kind">): void {
  // One that does not come is asked for again when the record is opened, which says so.
  if (kind === "imaging-study") viewers[kind]().catch(() => undefined);
}
