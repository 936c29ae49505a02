import { isUlid } from "@consilium/foundation";

/** What a socket's address asks for. */
export interface SyncAddress {
  readonly caseId: string;
  /** Undefined: the door for many documents. */
  readonly document: string | undefined;
  readonly seat: string | undefined;
  readonly schema: number;
  readonly wantsSaved: boolean;
}

/** Undefined: there is no door at this address. */
export function readSyncAddress(text: string): SyncAddress | undefined {
  const url = URL.parse(text, "http://localhost");
  const [, door, caseId = "", document, ...rest] = url?.pathname.split("/") ?? [];
  if (!url || door !== "sync" || caseId === "" || rest.length > 0) return undefined;
  const schema = Number(url.searchParams.get("schema") ?? 1);
  return {
    caseId: isUlid(caseId) ? caseId : "",
    document: document === undefined || document === "" ? undefined : decode(document),
    seat: url.searchParams.get("seat") ?? undefined,
    schema: Number.isSafeInteger(schema) && schema > 0 ? schema : 1,
    wantsSaved: url.searchParams.get("ack") === "1",
  };
}

/** A broken escape names no document. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return "";
  }
}
