import {
  type CaseKeys,
  type Database,
  findOrganisation,
  findPerson,
  insertMemberships,
  insertOrganisation,
  insertPerson,
  type NewPerson,
  type OpenDatabase,
  savePractice,
} from "@consilium/database";
import { latestToday } from "../dates.ts";
import { demoId } from "../demo-id.ts";
import { demoCountries } from "../intake.ts";
import type { PlannedPerson } from "../people.ts";
import type { CasePlan } from "../plan-case.ts";
import { planCases, planProgramme, type ProgrammePlan, readDemo } from "../plan-demo.ts";
import { demoCaseNames } from "../read-content.ts";
import { writeCase } from "./write-case.ts";

export interface SeedOptions {
  readonly open: Pick<OpenDatabase, "database">;
  readonly keys: CaseKeys;
  readonly now: Date;
  /** Makes that person, under that id, with a credential for the demo password. */
  readonly createPerson: (person: NewPerson) => Promise<unknown>;
}

/** The programme that all demo cases belong to, and its zone. */
const demoOrganisationId = demoId("organisation", "sundvik");
const zone = "Europe/Stockholm";

export const demoCaseIds = demoCaseNames.map((name) => demoId("case", name));

/**
 * The demo cases, once: `false` where they are there already. The accounts come first, each by itself, while the cases are planned; organisation, cases and
 * documents in one transaction, so that a seed that was interrupted is simply done again.
 */
export async function seedDemo({ open, keys, now, createPerson }: SeedOptions): Promise<boolean> {
  const { database } = open;
  if (await findOrganisation(database, demoOrganisationId)) return false;
  const today = latestToday(now, zone);
  const content = readDemo(today);
  const programme = planProgramme(content);
  const [cases] = await Promise.all([
    planCases(content, today),
    createAccounts(database, programme.people, createPerson),
  ]);
  await database.transaction(async (transaction) => {
    await writeOrganisation(transaction, programme, cases);
    for (const planned of cases) await writeCase(transaction, keys, planned);
  });
  return true;
}

/**
 * Those that are missing. Who has no login is somebody of the story, who cannot sign in. All at once: hashing the passwords is
 * most of the seed's time, and runs beside it.
 */
async function createAccounts(
  database: Database,
  people: readonly PlannedPerson[],
  createPerson: SeedOptions["createPerson"],
): Promise<void> {
  const create = async (person: PlannedPerson): Promise<void> => {
    if (await findPerson(database, person.id)) return;
    if (person.login === null) await insertPerson(database, accountOf(person, `${person.id}@demo.invalid`));
    else await createPerson(accountOf(person, person.login));
  };
  await Promise.all(people.map(create));
}

const accountOf = (person: PlannedPerson, email: string): NewPerson => ({
  id: person.id,
  email,
  name: person.name,
  initials: person.initials,
  zone: person.zone,
  ...(person.profession !== null && { profession: person.profession }),
  ...(person.workplace !== null && { workplace: person.workplace }),
  ...(person.licence && { licence: person.licence }),
});

async function writeOrganisation(
  transaction: Database,
  { organisation, people }: ProgrammePlan,
  cases: readonly CasePlan[],
): Promise<void> {
  const { id, name, country, telephone } = organisation;
  const begun = new Date(Math.min(...cases.map(({ createdAt }) => createdAt.getTime())));
  const clinicalIn = [...demoCountries];
  const details = { zone: organisation.zone, country, clinicalIn, contact: { telephone } };
  await insertOrganisation(transaction, { id, name, details, createdAt: begun });
  const staff = people.flatMap(({ id: personId, staffRole }) =>
    staffRole ? [{ organisationId: id, personId, staffRole, fromAt: begun }] : [],
  );
  await insertMemberships(transaction, staff);
  for (const person of people)
    if (person.staffRole === "clinician") await writePractice(transaction, id, person, begun);
}

/** As they would have said it themselves on their first day. */
const writePractice = (
  transaction: Database,
  organisationId: string,
  { id: personId, specialties }: PlannedPerson,
  begun: Date,
): Promise<void> =>
  savePractice(transaction, {
    organisationId,
    personId,
    specialties: [...specialties],
    languages: ["en", "sv"],
    countries: ["IE", "GB", "SE"],
    most: 6,
    takes: true,
    changedAt: begun,
    changedBy: personId,
  });
