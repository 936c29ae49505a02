import { openDatabase } from "@consilium/database";
import { createTestDatabase } from "@consilium/database/testing";
import { expect, test } from "vitest";
import { healthRoutes } from "./health-routes.ts";
import { refuseUndurable } from "./refuse-undurable.ts";

test("health says what runs, and that it does not when the database is away", async () => {
  const testDatabase = await createTestDatabase();
  const open = await openDatabase(testDatabase.url);
  const routes = healthRoutes(open, "disk");
  const well = await routes.request("/health");
  expect(well.status).toBe(200);
  expect(await well.json()).toEqual({
    status: "ok",
    database: expect.stringMatching(/^PostgreSQL 1\d/),
    // The suite's server is a throw-away one.
    fsync: false,
    blobs: "disk",
    media: "none",
    version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
  });
  await testDatabase.drop();
  const away = await routes.request("/health");
  expect(away.status).toBe(503);
  expect(await away.json()).toMatchObject({ status: "failing", fsync: false });
  await open.close();
});

test("in production a database that may forget is refused", async () => {
  const testDatabase = await createTestDatabase();
  const open = await openDatabase(testDatabase.url);
  await expect(refuseUndurable(open, { production: true })).rejects.toThrow("fsync = off");
  await refuseUndurable(open, { production: false });
  await open.close();
  await testDatabase.drop();
});
