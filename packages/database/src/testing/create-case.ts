import { createUlid, secureRandom } from "@consilium/foundation";
import type { CaseKeys } from "../case/case-keys.ts";
import { sealValue } from "../case/sealed-value.ts";
import type { Database } from "../open-database.ts";
import { clinicalCase, organisation, person, seat, user } from "../schema/index.ts";

export interface TestCase {
  readonly organisationId: string;
  readonly caseId: string;
  readonly personId: string;
  readonly seatId: string;
}

/** An organisation with one case, and in it one specialist: what most suites begin with. */
export async function createTestCase(database: Database, keys: CaseKeys): Promise<TestCase> {
  const at = new Date();
  const id = () => createUlid(at.getTime(), secureRandom);
  const [organisationId, caseId, personId, seatId] = [id(), id(), id(), id()];
  const key = keys.create(organisationId, caseId);
  const place = { table: "clinical_case", column: "sealed", id: caseId };
  await database.transaction(async (transaction) => {
    await transaction.insert(user).values({ id: personId, name: "Ada Lind", email: `${personId}@demo.test` });
    await transaction.insert(person).values({ id: personId, initials: "AL" });
    await transaction.insert(organisation).values({
      id: organisationId,
      name: "Second Opinions North",
      details: { zone: "Europe/Stockholm", country: "SE" },
    });
    await transaction.insert(clinicalCase).values({
      id: caseId,
      organisationId,
      number: caseId,
      specialty: "oncology",
      wrappedKey: key.wrapped,
      sealed: sealValue(key, place, { title: "Nodule, 14 mm" }),
      openedBy: personId,
      createdAt: at,
    });
    await transaction.insert(seat).values({
      id: seatId,
      organisationId,
      caseId,
      personId,
      colour: 0,
      role: "specialist",
      mode: "author",
      fromAt: at,
    });
  });
  return { organisationId, caseId, personId, seatId };
}
