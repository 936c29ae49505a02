import { array, int, nullable, object, parse, string } from "zod/mini";
import { Refused, refusedBy } from "../app/refused.ts";

const Added = object({
  records: array(string()),
  notUnderstood: array(
    object({ type: string(), part: nullable(string()), gap: string(), count: int(), ids: array(string()) }),
  ),
  subject: nullable(string()),
});

/** Records that came of a file, what of it is not in them, and whom the file says it is about. */
export type Added = ReturnType<typeof Added.parse>;

export type SendEnd =
  | { readonly end: "added"; readonly added: Added }
  /** The server's sentence for the person. */
  | { readonly end: "refused"; readonly sentence: string }
  | { readonly end: "unreachable" };

/** Sends one FHIR resource as it is: the server reads bytes and judges them itself. */
export async function sendResource(caseId: string, seat: string | undefined, file: Blob): Promise<SendEnd> {
  const asked = fetch(`/api/cases/${caseId}/records/import`, {
    method: "POST",
    headers: {
      "content-type": "application/fhir+json",
      ...(seat !== undefined && { "consilium-seat": seat }),
    },
    body: file,
  });
  const response = await asked.catch(() => undefined);
  if (!response) return { end: "unreachable" };
  if (response.ok) return { end: "added", added: parse(Added, await response.json()) };
  const refusal = await refusedBy(response);
  return refusal instanceof Refused ? { end: "refused", sentence: refusal.message } : { end: "unreachable" };
}
