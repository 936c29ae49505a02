import { type CaseKeys, type Database, type OpenDatabase, schema } from "@consilium/database";
import { eq, inArray } from "drizzle-orm";
import { latestToday } from "../dates.ts";
import type { PlannedPerson } from "../people.ts";
import { type DemoPlan, planDemo } from "../plan-demo.ts";
import { writeCase } from "./write-case.ts";

export interface DemoAccount {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly initials: string;
  readonly zone: string;
  readonly profession?: string;
  readonly workplace?: string;
  readonly licence?: schema.Licence;
}

export interface SeedOptions {
  readonly open: Pick<OpenDatabase, "database">;
  readonly keys: CaseKeys;
  readonly now: Date;
  /** Makes user, person and a credential with the demo password. Rejects where the e-mail is taken. */
  readonly createPerson: (account: DemoAccount) => Promise<unknown>;
}

/** The zone of the programme that all demo cases belong to. */
const zone = "Europe/Stockholm";

/**
 * The demo cases, once: `false` where they are there already. The accounts come first, each by itself; organisation, cases and
 * documents in one transaction, so that a seed that was interrupted is simply done again.
 */
export async function seedDemo({ open, keys, now, createPerson }: SeedOptions): Promise<boolean> {
  const { database } = open;
  const plan = await planDemo(latestToday(now, zone));
  if (await isSeeded(database, plan)) return false;
  await createAccounts(database, plan.people, createPerson);
  await database.transaction(async (transaction) => {
    await writeOrganisation(transaction, plan, now);
    for (const planned of plan.cases) await writeCase(transaction, keys, planned);
  });
  return true;
}

async function isSeeded(database: Database, { organisation }: DemoPlan): Promise<boolean> {
  const { id } = schema.organisation;
  const rows = await database.select({ id }).from(schema.organisation).where(eq(id, organisation.id));
  return rows.length > 0;
}

async function createAccounts(
  database: Database,
  people: readonly PlannedPerson[],
  createPerson: SeedOptions["createPerson"],
): Promise<void> {
  const { id } = schema.user;
  const wanted = people.map((person) => person.id);
  const rows = await database.select({ id }).from(schema.user).where(inArray(id, wanted));
  const there = new Set(rows.map((row) => row.id));
  const missing = people.filter((person) => !there.has(person.id));
  await Promise.all(
    missing.map((person) =>
      person.login === null ? writeUnnamed(database, person) : createPerson(accountOf(person, person.login)),
    ),
  );
}

const accountOf = (person: PlannedPerson, email: string): DemoAccount => ({
  id: person.id,
  email,
  name: person.name,
  initials: person.initials,
  zone: person.zone,
  ...(person.profession !== null && { profession: person.profession }),
  ...(person.workplace !== null && { workplace: person.workplace }),
  ...(person.licence && { licence: person.licence }),
});

/** Somebody of the story who cannot sign in: a person without a credential. */
async function writeUnnamed(database: Database, planned: PlannedPerson): Promise<void> {
  const { id, email, name, ...known } = accountOf(planned, `${planned.id.toLowerCase()}@demo.invalid`);
  await database.transaction(async (transaction) => {
    await transaction.insert(schema.user).values({ id, name, email });
    await transaction.insert(schema.person).values({ id, ...known });
  });
}

async function writeOrganisation(
  transaction: Database,
  { organisation, people, cases }: DemoPlan,
  now: Date,
): Promise<void> {
  const { id, name, zone: programme, country, telephone } = organisation;
  const begun = cases.map(({ createdAt }) => createdAt).reduce((one, other) => (one < other ? one : other), now);
  await transaction.insert(schema.organisation).values({
    id,
    name,
    details: { zone: programme, country, contact: { telephone } },
    createdAt: begun,
  });
  const staff = people.flatMap(({ id: personId, staffRole }) =>
    staffRole ? [{ organisationId: id, personId, staffRole, fromAt: begun }] : [],
  );
  await transaction.insert(schema.membership).values(staff);
}
