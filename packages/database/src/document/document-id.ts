export interface DocumentPlace {
  readonly caseId: string;
  readonly name: string;
}

/** `caseId/name`, as the log and the wire name a document. */
export function placeOf(document: string): DocumentPlace {
  const slash = document.indexOf("/");
  if (slash < 1) throw new Error(`${document} is no document`);
  return { caseId: document.slice(0, slash), name: document.slice(slash + 1) };
}
