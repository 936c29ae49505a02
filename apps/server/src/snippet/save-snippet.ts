import {
  changeSnippet,
  countSnippets,
  deleteSnippet as remove,
  insertSnippet,
  recordAct,
} from "@consilium/database";
import { createUlid, ok, refuse, type Result, secureRandom } from "@consilium/foundation";
import type { z } from "@hono/zod-openapi";
import type { RefusalReason } from "../api/refusal.ts";
import type { Services } from "../services.ts";
import { mostSnippets, type SnippetAnswer, type SnippetInput } from "./snippet-schemas.ts";

type Input = z.infer<typeof SnippetInput>;
type Answer = z.infer<typeof SnippetAnswer>;

export async function makeSnippet(
  services: Services,
  personId: string,
  input: Input,
): Promise<Result<Answer, RefusalReason>> {
  const at = services.now();
  const id = createUlid(at.getTime(), secureRandom);
  return services.open.database.transaction(async (transaction) => {
    if ((await countSnippets(transaction, personId)) >= mostSnippets) return refuse("too-many-snippets");
    await insertSnippet(transaction, { id, personId, ...input, changedAt: at });
    await recordAct(transaction, { act: "snippet.made", personId, subject: id, body: bodyOf(input) });
    return ok({ id, ...input });
  });
}

export async function saveSnippet(
  services: Services,
  personId: string,
  id: string,
  input: Input,
): Promise<Result<Answer, RefusalReason>> {
  return services.open.database.transaction(async (transaction) => {
    const row = { id, personId, ...input, changedAt: services.now() };
    if (!(await changeSnippet(transaction, row))) return refuse("no-such-snippet");
    await recordAct(transaction, { act: "snippet.changed", personId, subject: id, body: bodyOf(input) });
    return ok({ id, ...input });
  });
}

export async function deleteSnippet(
  services: Services,
  personId: string,
  id: string,
): Promise<Result<{ readonly id: string }, RefusalReason>> {
  return services.open.database.transaction(async (transaction) => {
    if (!(await remove(transaction, personId, id))) return refuse("no-such-snippet");
    await recordAct(transaction, { act: "snippet.deleted", personId, subject: id });
    return ok({ id });
  });
}

/** Never its words. */
const bodyOf = ({ section, text }: Input) => ({ section, characters: text.length });
