import type { Role } from "@consilium/clinical";
import { allOrganisations, findPerson, membershipsOf } from "@consilium/database";
import { ok, refuse, type Result } from "@consilium/foundation";
import { isWithoutClinic } from "../case/give-seat.ts";
import type { SignedIn } from "../identity/create-identity.ts";
import type { Services } from "../services.ts";

/** The seat that whoever opens a case takes for themselves. */
export type OpeningRole = Extract<Role, "patient" | "referrer" | "coordinator">;

/**
 * In which programme, and in which seat, somebody opens a case: a coordinator in their own, others (a patient, a treating
 * doctor of another house) in the one that is named or the only one. Who administers or audits opens none.
 */
export async function chooseOpening(
  services: Services,
  { personId }: Pick<SignedIn, "personId">,
  organisationId: string | undefined,
  as: OpeningRole | undefined,
): Promise<Result<{ organisationId: string; role: OpeningRole }, "no-right" | "malformed-request">> {
  const { database } = services.open;
  const memberships = await membershipsOf(database, personId, services.now());
  if (memberships.some(({ staffRole }) => isWithoutClinic(staffRole))) return refuse("no-right");
  const all = await allOrganisations(database);
  const [own] = memberships;
  const chosen = organisationId ?? own?.organisationId ?? (all.length === 1 ? all[0]?.id : undefined);
  if (chosen === undefined || !all.some(({ id }) => id === chosen)) return refuse("malformed-request");
  const coordinates = memberships.some(
    (membership) => membership.organisationId === chosen && membership.staffRole === "coordinator",
  );
  if (as === "coordinator" && !coordinates) return refuse("no-right");
  return ok({ organisationId: chosen, role: as ?? (coordinates ? "coordinator" : "referrer") });
}

/** What somebody may open an empty case as: a patient, and who treats patients as a referrer too. Who administers or audits as nobody. */
export async function opensAs(
  { open: { database }, now }: Services,
  personId: string,
): Promise<readonly Exclude<OpeningRole, "coordinator">[]> {
  const memberships = await membershipsOf(database, personId, now());
  if (memberships.some(({ staffRole }) => isWithoutClinic(staffRole))) return [];
  const person = await findPerson(database, personId);
  const treats = memberships.some(({ staffRole }) => staffRole === "clinician");
  return treats || (person?.profession ?? null) !== null ? ["patient", "referrer"] : ["patient"];
}
