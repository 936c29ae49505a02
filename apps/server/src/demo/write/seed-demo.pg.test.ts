import {
  caseDetailsOf,
  createCaseKeys,
  createDocumentLog,
  documentId,
  documentsOfCase,
  findCase,
  insertPerson,
  lifecycleOf,
  type NewPerson,
  type OpenDatabase,
  openDatabase,
  questionRowsOfCases,
  readCaseFacts,
  recordsOf,
  seatsOfCases,
  sharesOfCase,
} from "@consilium/database";
import { createTestDatabase, type TestDatabase } from "@consilium/database/testing";
import { canonicalRendering } from "@consilium/workspace";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Doc, applyUpdate } from "yjs";
import { demoId } from "../demo-id.ts";
import { planDemo } from "../plan-demo.ts";
import { replay } from "../writing.ts";
import { seedDemo } from "./seed-demo.ts";

describe("the seed on PostgreSQL", () => {
  let test_: TestDatabase;
  let open: OpenDatabase;
  const made: NewPerson[] = [];
  const now = new Date("2026-11-24T17:00:00Z");
  const seed = () => {
    const keys = createCaseKeys({ pool: open.pool, masterKey: Buffer.alloc(32, 7) });
    const createPerson = async (person: NewPerson) => {
      made.push(person);
      await insertPerson(open.database, person, { accountId: `a${made.length}`, passwordHash: "-" });
    };
    return { keys, done: seedDemo({ open, keys, now, createPerson }) };
  };
  beforeAll(async () => {
    test_ = await createTestDatabase();
    open = await openDatabase(test_.url);
    const t0 = performance.now();
    expect(await seed().done).toBe(true);
    console.log("seeded in", performance.now() - t0);
  });
  afterAll(async () => {
    await open.close();
    await test_.drop();
  });
  test("x", () => {
    expect(made.map(({ email }) => email).toSorted()).toEqual([]);
  });
});
