import { formatDocumentName } from "@consilium/clinical";
import {
  caseDetailsOf,
  type CaseKeys,
  createCaseKeys,
  createDocumentLog,
  documentId,
  findCase,
  findPersonByEmail,
  insertPerson,
  lifecycleOf,
  type NewPerson,
  type OpenDatabase,
  openDatabase,
  questionRowsOfCases,
  readCaseFacts,
  recordsOf,
  seatsOfCases,
  seatsOfPerson,
  sharesOfCase,
  verifyChain,
  linkAudit,
} from "@consilium/database";
import { createTestDatabase, type TestDatabase } from "@consilium/database/testing";
import { canonicalRendering } from "@consilium/workspace";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as Y from "yjs";
import { demoId } from "../demo-id.ts";
import type { CasePlan } from "../plan-case.ts";
import { planCases, readDemo } from "../plan-demo.ts";
import { replay, rowsOf } from "../writing.ts";
import { seedDemo } from "./seed-demo.ts";

const now = new Date("2026-11-24T17:00:00Z");
const cases = ["oncology", "cardiology", "spine"].map((name) => demoId("case", name));
const [oncology = "", cardiology = "", spine = ""] = cases;

describe("the seed on PostgreSQL", () => {
  let location: TestDatabase;
  let open: OpenDatabase;
  let keys: CaseKeys;
  let plans: readonly CasePlan[];
  let accounts = 0;
  let seeded = false;

  const seed = () =>
    seedDemo({
      open,
      keys,
      now,
      createPerson: (person: NewPerson) => {
        accounts += 1;
        return insertPerson(open.database, person, { accountId: `account-${accounts}`, passwordHash: "-" });
      },
    });
  const rowOf = async (caseId: string) => {
    const row = await findCase(open.database, caseId);
    if (!row) throw new Error(`${caseId} is not there`);
    return row;
  };

  beforeAll(async () => {
    location = await createTestDatabase();
    open = await openDatabase(location.url);
    keys = createCaseKeys({ pool: open.pool, masterKey: Buffer.alloc(32, 7) });
    plans = await planCases(readDemo("2026-11-24"), "2026-11-24");
    seeded = await seed();
  });
  afterAll(async () => {
    await open.close();
    await location.drop();
  });

  test("a second start finds everything there and adds nothing", async () => {
    const before = await open.query("select count(*) from update_log");
    expect([seeded, await seed()]).toEqual([true, false]);
    expect((await open.query("select count(*) from update_log")).rows).toEqual(before.rows);
    expect(accounts).toBe(8);
  });

  test("[SY-5] [SY-6] every document is loaded as it was planned, each client id owned by its author", async () => {
    const log = createDocumentLog({ open, keys });
    for (const { caseId, texts } of plans) {
      for (const planned of [texts.opinion, ...texts.documents, ...texts.layers]) {
        const loaded = await log.load(documentId(caseId, formatDocumentName(planned.name)));
        const doc = new Y.Doc();
        for (const { bytes } of loaded.updates) Y.applyUpdate(doc, bytes);
        expect(loaded.sequence).toBe(rowsOf(planned).length);
        expect(canonicalRendering(doc, planned.name.kind)).toBe(
          canonicalRendering(replay(planned), planned.name.kind),
        );
        const writings = planned.writings.filter(({ clocks }) => clocks.length > 0);
        for (const { clientId, personId } of writings) expect(loaded.owners.get(clientId)).toBe(personId);
      }
    }
  });

  test("the cases stand where the story says, their details sealed under keys of their own", async () => {
    const rows = await Promise.all(cases.map(rowOf));
    expect(rows.map(({ state, number }) => [number, state])).toEqual([
      ["CN-4821", "in-review"],
      ["CN-4756", "follow-up"],
      ["CN-4839", "draft"],
    ]);
    const details = await Promise.all(rows.map(async (row) => caseDetailsOf(await keys.of(row.id), row)));
    expect(details.map(({ patient }) => patient.name)).toEqual([
      "Marisol Quintana",
      "Aurelio Quintana",
      "Ngozi Obi-Lindqvist",
    ]);
    expect(rows[1]?.sealed.includes("Aurelio")).toBe(false);
    expect(await lifecycleOf(open.database, await keys.of(spine), spine)).toEqual([]);
    expect(await questionRowsOfCases(open.database, [spine])).toEqual([]);
  });

  test("[SY-22] cardiology is frozen as signed and its addendum too; oncology is open", async () => {
    const facts = await readCaseFacts(open.database, await rowOf(cardiology));
    expect(facts.opinions.map(({ state, lead }) => [state, lead])).toEqual([["signed", true]]);
    expect(facts.addenda.map(({ signed }) => signed)).toEqual([true]);
    const draft = await readCaseFacts(open.database, await rowOf(oncology));
    expect(draft.opinions.map(({ state }) => state)).toEqual(["draft"]);
    expect(draft.shares.map(({ audience, mode }) => [audience, mode])).toEqual([["care-team", "live"]]);
    const [, patients] = await sharesOfCase(open.database, cardiology);
    expect([patients?.mode, patients?.versionN, patients?.openedBy.length]).toEqual(["version", 1, 1]);
  });

  test("records open under the case's key, and those that reveal the first opinion can be left out", async () => {
    const key = await keys.of(oncology);
    const page = { after: null, limit: 100, withoutRevealing: false };
    const all = await recordsOf(open.database, key, oncology, page);
    const blind = await recordsOf(open.database, key, oncology, { ...page, withoutRevealing: true });
    expect(all.length - blind.length).toBe(4);
    const planned = plans.find(({ caseId }) => caseId === oncology)?.records;
    const wanted = new Map(planned?.map(({ id, content }) => [id, content]));
    for (const { id, content } of all) expect(content).toEqual(wanted.get(id));
  });

  test("Marisol Quintana sits in two cases, and the administrator in none", async () => {
    const patient = await findPersonByEmail(open.database, "patient@demo.test");
    const seats = await seatsOfPerson(open.database, patient?.id ?? "");
    expect(seats.map(({ role }) => role).toSorted()).toEqual(["patient", "proxy"]);
    const administrator = await findPersonByEmail(open.database, "admin@demo.test");
    expect(administrator).toBeDefined();
    expect(await seatsOfPerson(open.database, administrator?.id ?? "")).toEqual([]);
    expect((await seatsOfCases(open.database, [oncology])).length).toBe(8);
  });

  test("what happened is in the audit, and its chain holds", async () => {
    const { rows } = await open.query("select act from audit where case_id = $1 order by id", [cardiology]);
    expect(rows.length).toBe(14);
    await linkAudit(open.pool);
    expect(await verifyChain(open.pool)).toMatchObject({ whole: true });
  });
});
