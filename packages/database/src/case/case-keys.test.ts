import { afterEach, beforeEach, expect, test } from "vitest";
import { type OpenDatabase, openDatabase } from "../open-database.ts";
import { createTestCase, type TestCase } from "../testing/create-case.ts";
import { createTestDatabase, type TestDatabase } from "../testing/create-test-database.ts";
import { type CaseKeys, createCaseKeys } from "./case-keys.ts";
import { sealValue, unsealValue } from "./sealed-value.ts";

const masterKey = Buffer.alloc(32, 7);
let testDatabase: TestDatabase;
let open: OpenDatabase;
let keys: CaseKeys;
let one: TestCase;
beforeEach(async () => {
  testDatabase = await createTestDatabase();
  open = await openDatabase(testDatabase.url);
  keys = createCaseKeys({ pool: open.pool, masterKey });
  one = await createTestCase(open.database, keys);
});
afterEach(async () => {
  await open.close();
  await testDatabase.drop();
});

test("a case's key opens with the master key that made it, and with no other", async () => {
  const { key, organisationId } = await keys.of(one.caseId);
  expect(key).toHaveLength(32);
  expect(organisationId).toBe(one.organisationId);
  const others = createCaseKeys({ pool: open.pool, masterKey: Buffer.alloc(32, 8) });
  await expect(others.of(one.caseId)).rejects.toThrow("unable to authenticate");
});

test("every case has a key of its own", async () => {
  const two = await createTestCase(open.database, keys);
  expect((await keys.of(two.caseId)).key).not.toEqual((await keys.of(one.caseId)).key);
});

test("a value opens in its own row and column of its own case only", async () => {
  const two = await createTestCase(open.database, keys);
  const key = await keys.of(one.caseId);
  const place = { table: "record", column: "sealed", id: "a" };
  const sealed = sealValue(key, place, { text: "14 mm" });
  expect(unsealValue(key, place, sealed)).toEqual({ text: "14 mm" });
  expect(sealed.includes("14 mm")).toBe(false);
  for (const elsewhere of [{ id: "b" }, { column: "digest" }, { table: "question" }])
    expect(() => unsealValue(key, { ...place, ...elsewhere }, sealed)).toThrow("unable to authenticate");
  const other = { ...key, caseId: two.caseId };
  expect(() => unsealValue(other, place, sealed)).toThrow("unable to authenticate");
});

test("an erased case has no key, as soon as this process forgets it", async () => {
  await keys.of(one.caseId);
  await open.query("update clinical_case set wrapped_key = null where id = $1", [one.caseId]);
  keys.forget(one.caseId);
  await expect(keys.of(one.caseId)).rejects.toThrow("was erased");
});

test("only so many keys stay in memory: those asked for last", async () => {
  const few = createCaseKeys({ pool: open.pool, masterKey, most: 2 });
  const [two, three] = [await createTestCase(open.database, keys), await createTestCase(open.database, keys)];
  for (const { caseId } of [one, two, one, three]) await few.of(caseId);
  await open.query("update clinical_case set wrapped_key = null");
  await few.of(one.caseId);
  await few.of(three.caseId);
  await expect(few.of(two.caseId)).rejects.toThrow("was erased");
});

test("a case that was not there a moment ago is asked for again", async () => {
  const { caseId, organisationId } = one;
  await open.query("update clinical_case set wrapped_key = null where id = $1", [caseId]);
  await expect(keys.of(caseId)).rejects.toThrow("was erased");
  const { wrapped, key } = keys.create(organisationId, caseId);
  await open.query("update clinical_case set wrapped_key = $2 where id = $1", [caseId, wrapped]);
  expect((await keys.of(caseId)).key).toEqual(key);
});
