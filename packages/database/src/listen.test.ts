import { afterEach, beforeEach, expect, test } from "vitest";
import { type OpenDatabase, openDatabase } from "./open-database.ts";
import { createTestDatabase, type TestDatabase } from "./testing/create-test-database.ts";

let testDatabase: TestDatabase;
let open: OpenDatabase;
beforeEach(async () => {
  testDatabase = await createTestDatabase();
  open = await openDatabase(testDatabase.url);
});
afterEach(async () => {
  await open.close();
  await testDatabase.drop();
});

test("[SY-33] a hint is heard, and after a lost connection the listener is told to look again", async () => {
  const heard: (string | undefined)[] = [];
  const listening = open.listen("documents", (payload) => void heard.push(payload));
  await expect.poll(() => heard, { timeout: 10_000 }).toEqual([undefined]);
  await open.query("select pg_notify('documents', 'story 7')");
  await expect.poll(() => heard, { timeout: 10_000 }).toEqual([undefined, "story 7"]);
  await open.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where application_name = 'consilium listens' and datname = current_database()`,
  );
  await expect.poll(() => heard, { timeout: 10_000 }).toEqual([undefined, "story 7", undefined]);
  await open.query("select pg_notify('documents', 'story 8')");
  await expect.poll(() => heard.at(-1), { timeout: 10_000 }).toBe("story 8");
  await listening.stop();
});

test("a listener that is stopped while it still connects is stopped", async () => {
  const listening = open.listen("documents", () => {});
  await listening.stop();
  const { rows } = await open.query(
    "select from pg_stat_activity where application_name = 'consilium listens' and datname = current_database()",
  );
  expect(rows).toEqual([]);
});
