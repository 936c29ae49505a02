import { type CaseDetails, findOrganisation, findPerson, recordAct } from "@consilium/database";
import { ok, type Result } from "@consilium/foundation";
import type { SignedIn } from "../identity/create-identity.ts";
import type { OpeningRole } from "../record/choose-opening.ts";
import type { Services } from "../services.ts";
import { insertOpened, type Opening, type OpeningRefusal } from "./insert-opened.ts";

export interface EmptyOpening {
  readonly signedIn: Pick<SignedIn, "personId">;
  readonly organisationId: string;
  readonly role: OpeningRole;
  readonly specialty: string;
}

/** An empty case in the state draft: whoever opens it tells the rest step by step. All or nothing. */
export async function openCase(
  services: Services,
  { signedIn: { personId }, organisationId, role, specialty }: EmptyOpening,
): Promise<Result<{ readonly id: string }, OpeningRefusal>> {
  const { database } = services.open;
  const id = services.createId();
  const details = await emptyDetails(services, personId, organisationId, role);
  const opened = { id, seatId: services.createId(), at: services.now(), organisationId, personId, role };
  const key = services.keys.create(organisationId, id);
  return database.transaction(async (transaction) => {
    const opening: Opening = { ...opened, transaction, key, specialty, details };
    const done = await insertOpened(services, opening);
    if (!done.ok) return done;
    await recordOpening(opening, done.value, {});
    return ok({ id });
  });
}

/** In the audit: the case, and each seat that came with it. */
export async function recordOpening(
  { transaction, organisationId, id: caseId, personId, seatId, role }: Opening,
  coordinators: readonly string[],
  body: Readonly<Record<string, unknown>>,
): Promise<void> {
  const of = { organisationId, caseId, personId, seatId };
  await recordAct(transaction, { ...of, act: "case.opened", subject: caseId, body: { as: role, ...body } });
  for (const subject of coordinators) {
    const given = { role: "coordinator", mode: null, with: "case.opened" };
    await recordAct(transaction, { ...of, act: "seat.given", subject, body: given });
  }
}

/** A patient is known by their account until they say otherwise; whom a clinician asks for is asked of them. */
async function emptyDetails(
  { open: { database } }: Services,
  personId: string,
  organisationId: string,
  role: OpeningRole,
): Promise<CaseDetails> {
  const person = role === "patient" ? await findPerson(database, personId) : undefined;
  const organisation = await findOrganisation(database, organisationId);
  const telephone = organisation?.details.contact?.telephone;
  return {
    title: "",
    patient: { name: person?.name ?? "", initials: person?.initials ?? "", born: null, sex: null },
    decision: null,
    decideBy: null,
    hearing: null,
    language: "en",
    patientLanguage: "en",
    country: null,
    emergency: organisation && telephone ? { name: organisation.name, phone: telephone } : null,
  };
}
