import type { APIResponse } from "playwright-core";
import type { Visitor } from "./visitor.ts";

/** Numbers of the demo's cases. */
export const oncology = "CN-4821";
export const cardiology = "CN-4756";
export const spine = "CN-4839";

interface CaseItem {
  readonly id: string;
  readonly number: string;
}

export interface CaseDetail {
  readonly id: string;
  readonly seat: { readonly id: string };
  readonly people: readonly { readonly seat: string; readonly name: string; readonly role: string }[];
  readonly opinions: readonly { readonly id: string; readonly state: string }[];
}

/** The id of the case with this number, as the visitor's own list of cases has it. */
export async function caseOf(visitor: Visitor, number: string): Promise<string> {
  const { items } = await ask<{ items: readonly CaseItem[] }>(visitor, "/cases");
  const found = items.find((item) => item.number === number);
  if (!found) throw new Error(`${visitor.account} has no case ${number}`);
  return found.id;
}

export const detailOf = (visitor: Visitor, caseId: string): Promise<CaseDetail> =>
  ask<CaseDetail>(visitor, `/cases/${caseId}`);

/** As whom a row of the log is written. */
export async function handOf(visitor: Visitor, caseId: string): Promise<{ seat: string; person: string }> {
  const [detail, session] = await Promise.all([
    detailOf(visitor, caseId),
    ask<{ user: { id: string } }>(visitor, "/auth/get-session"),
  ]);
  return { seat: detail.seat.id, person: session.user.id };
}

/** GET on the API as this person. Throws where it is refused. */
export async function ask<Answer>(visitor: Visitor, path: string): Promise<Answer> {
  const answer = await visitor.context.request.get(`${visitor.origin}/api${path}`);
  if (!answer.ok()) throw new Error(`${path}: ${answer.status()} ${await answer.text()}`);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- The server's own suites prove the shapes.
  return (await answer.json()) as Answer;
}

/** POST on the API as this person, from the app's own origin. */
export const tell = (visitor: Visitor, path: string, data: unknown = {}): Promise<APIResponse> =>
  visitor.context.request.post(`${visitor.origin}/api${path}`, {
    data,
    headers: { origin: visitor.origin },
  });
