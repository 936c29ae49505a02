import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { readDatabaseHealth } from "./database-health.ts";
import { openDatabase } from "./open-database.ts";
import { createTestDatabase, type TestDatabase, testServers } from "./testing/create-test-database.ts";

describe.each(testServers())("opening %s", (_, server) => {
  let testDatabase: TestDatabase;
  beforeEach(async () => {
    testDatabase = await createTestDatabase(server);
  });
  afterEach(() => testDatabase.drop());

  test("two processes that start at once migrate once", async () => {
    const first = await openDatabase(testDatabase.url);
    await first.query("drop schema drizzle cascade; drop schema public cascade; create schema public");
    await first.close();
    const [one, two] = await Promise.all([openDatabase(testDatabase.url), openDatabase(testDatabase.url)]);
    const { rows } = await one.query("select hash from drizzle.__drizzle_migrations");
    expect(new Set(rows.map(({ hash }) => String(hash))).size).toBe(rows.length);
    expect((await two.query("select from audit_state")).rowCount).toBe(1);
    await one.close();
    await two.close();
  });

  test("a schema of a newer version is refused", async () => {
    const open = await openDatabase(testDatabase.url);
    await open.query(
      "insert into drizzle.__drizzle_migrations (hash, created_at) values ('later', 99999999999999)",
    );
    await open.close();
    await expect(openDatabase(testDatabase.url)).rejects.toThrow("written by a newer version");
  });

  test("its settings are read, not assumed", async () => {
    const open = await openDatabase(testDatabase.url);
    const { rows } = await open.query<{ fsync: string }>("show fsync");
    expect(await readDatabaseHealth(open)).toMatchObject({
      fsync: rows[0]?.fsync === "on",
      synchronousCommit: true,
    });
    await open.close();
  });

  test("a transaction that is left open is ended by the database", async () => {
    const open = await openDatabase(testDatabase.url);
    const { rows } = await open.query("show idle_in_transaction_session_timeout");
    expect(rows).toEqual([{ idle_in_transaction_session_timeout: "15s" }]);
    await open.close();
  });

  test("a connection that breaks while it is used ends nothing but what is done with it", async () => {
    const open = await openDatabase(testDatabase.url);
    const client = await open.pool.connect();
    const { rows } = await client.query<{ pid: number }>("select pg_backend_pid() as pid");
    // Not `once` of node:events: that listens for errors too, which the pool must do by itself.
    const broken = new Promise<void>((resolve) => void client.once("end", resolve));
    await open.query("select pg_terminate_backend($1)", [rows[0]?.pid]);
    await broken;
    await expect(client.query("select 1")).rejects.toThrow("not queryable");
    client.release(true);
    expect((await open.query("select 1 as one")).rows).toEqual([{ one: 1 }]);
    await open.close();
  });
});

test("a database that does not answer is named without its password", async () => {
  const opening = openDatabase("postgres://me:hush@127.0.0.1:1/nothing");
  await expect(opening).rejects.toThrow(/^The database does not answer: (?!.*hush)/);
});
