import type { OpenDatabase } from "@consilium/database";
import { demoId } from "../demo/demo-id.ts";

/** The ids of the demo's cases, seats and lead opinions, by the names of its content. */
export const oncology = demoId("case", "oncology");
export const cardiology = demoId("case", "cardiology");
export const spine = demoId("case", "spine");

/** The lead opinion's id, as `opinion` names it. */
export async function leadOpinion({ query }: Pick<OpenDatabase, "query">, caseId: string): Promise<string> {
  const { rows } = await query<{ name: string }>("select name from document where case_id = $1 and lead", [
    caseId,
  ]);
  const [found] = rows;
  if (!found) throw new Error(`${caseId} has no opinion`);
  return found.name.slice("opinion.".length);
}

/** The seat of somebody in a case, by the part of their login before the `@`. */
export async function seatOf(
  { query }: Pick<OpenDatabase, "query">,
  caseId: string,
  login: string,
): Promise<string> {
  const { rows } = await query<{ id: string }>(
    `select s.id from seat s join "user" u on u.id = s.person_id where s.case_id = $1 and u.email = $2`,
    [caseId, `${login}@demo.test`],
  );
  const [found] = rows;
  if (!found) throw new Error(`${login} has no seat in ${caseId}`);
  return found.id;
}

/** How many rows the audit has, and the last one. */
export async function auditOf({ query }: Pick<OpenDatabase, "query">) {
  const { rows } = await query<{
    id: string;
    act: string;
    subject: string | null;
    body: Record<string, unknown>;
  }>("select id::text, act, subject, body from audit order by audit.id");
  return rows;
}
