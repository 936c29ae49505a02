import { array, boolean, int, nullable, object, optional, safeParse, string } from "zod/mini";

/** Bytes. The server refuses more before it reads them. */
export const largestFile = 40 * 1024 * 1024;

const OpenedCase = object({
  id: string(),
  records: int(),
  prefilled: boolean(),
  notUnderstood: array(
    object({
      type: string(),
      part: nullable(string()),
      gap: string(),
      count: int(),
      ids: array(string()),
      written: optional(array(string())),
    }),
  ),
});
const RefusalAnswer = object({ refusal: string(), sentence: string() });

/** A case opened from a file, and what of the file is not in it. */
export type OpenedCase = ReturnType<typeof OpenedCase.parse>;

export type ImportEnd =
  | { readonly end: "opened"; readonly opened: OpenedCase }
  /** The server's sentence for the person. */
  | { readonly end: "refused"; readonly sentence: string }
  | { readonly end: "unreachable" };

export interface ImportOptions {
  /** From 0 to 1: how much of the file is on the server. */
  readonly progress: (part: number) => void;
  readonly signal: AbortSignal;
}

/** Sends a FHIR file. By XMLHttpRequest: `fetch` does not say how much of a body has left. */
export function importFile(file: Blob, { progress, signal }: ImportOptions): Promise<ImportEnd> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open("POST", "/api/cases/import");
    request.setRequestHeader("content-type", "application/fhir+json");
    request.upload.addEventListener("progress", ({ loaded, total }) => progress(loaded / total));
    request.addEventListener("load", () => resolve(readEnd(request.status, request.responseText)));
    for (const failed of ["error", "abort", "timeout"] as const)
      request.addEventListener(failed, () => resolve({ end: "unreachable" }));
    signal.addEventListener("abort", () => request.abort());
    request.send(file);
  });
}

export function readEnd(status: number, text: string): ImportEnd {
  const answer = parseJson(text);
  if (status === 201) {
    const opened = safeParse(OpenedCase, answer);
    return opened.success ? { end: "opened", opened: opened.data } : { end: "unreachable" };
  }
  const refusal = safeParse(RefusalAnswer, answer);
  return refusal.success ? { end: "refused", sentence: refusal.data.sentence } : { end: "unreachable" };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
