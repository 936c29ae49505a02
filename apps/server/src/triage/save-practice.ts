import {
  colleaguesOf,
  findPractice,
  membershipsOf,
  recordAct,
  savePractice as save,
} from "@consilium/database";
import { ok, refuse, type Result } from "@consilium/foundation";
import type { z } from "@hono/zod-openapi";
import type { RefusalReason } from "../api/refusal.ts";
import type { Services } from "../services.ts";
import type { Practice, PracticeInput } from "./triage-schemas.ts";

export interface PracticeOf {
  readonly organisationId: string;
  readonly personId: string;
}

/** The first programme in which somebody works as that. Undefined: in none. */
export async function programmeAs(
  services: Services,
  personId: string,
  staffRole: "clinician" | "coordinator",
): Promise<{ readonly organisationId: string; readonly name: string } | undefined> {
  const memberships = await membershipsOf(services.open.database, personId, services.now());
  return memberships.find((membership) => membership.staffRole === staffRole);
}

/** Null: nobody has said what they work on. */
export async function readPractice(
  services: Services,
  { organisationId, personId }: PracticeOf,
): Promise<z.infer<typeof Practice> | null> {
  const found = await findPractice(services.open.database, organisationId, personId);
  if (!found) return null;
  const { specialties, languages, countries, most, takes } = found;
  return { specialties, languages, countries, most, takes };
}

/** What a clinician of a programme works on: said by themselves, or by a coordinator of that programme for them. */
export async function savePractice(
  services: Services,
  by: string,
  { organisationId, personId }: PracticeOf,
  said: z.infer<typeof PracticeInput>,
): Promise<Result<z.infer<typeof Practice>, RefusalReason>> {
  const at = services.now();
  return services.open.database.transaction(async (transaction) => {
    const colleagues = await colleaguesOf(transaction, organisationId, at);
    if (!colleagues.some(({ id }) => id === personId)) return refuse("not-a-clinician");
    const practice = {
      ...said,
      specialties: unique(said.specialties),
      languages: unique(said.languages),
      countries: unique(said.countries),
    };
    await save(transaction, { organisationId, personId, ...practice, changedAt: at, changedBy: by });
    const act = { organisationId, personId: by, act: "practice.changed", subject: personId };
    await recordAct(transaction, { ...act, body: { most: said.most, takes: said.takes } });
    return ok(practice);
  });
}

const unique = (said: readonly string[]): string[] => [...new Set(said)];
