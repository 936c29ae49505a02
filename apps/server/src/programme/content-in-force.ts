import { type Database, newestContentOf, type OrganisationContentKind } from "@consilium/database";
import type { z } from "@hono/zod-openapi";

export interface InForce<Body> {
  readonly id: string;
  readonly version: number;
  readonly at: Date;
  /** The name of who wrote this version. */
  readonly by: string;
  readonly body: Body;
}

/** What of one kind a programme has in force; nothing that was taken back. */
export async function contentInForce<Body>(
  database: Database,
  organisationId: string,
  kind: OrganisationContentKind,
  form: z.ZodType<Body>,
): Promise<readonly InForce<Body>[]> {
  const newest = await newestContentOf(database, organisationId, kind);
  return newest.flatMap(({ body, ...row }) => (body === null ? [] : [{ ...row, body: form.parse(body) }]));
}
