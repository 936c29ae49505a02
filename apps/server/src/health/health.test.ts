import { openDatabase } from "@consilium/database";
import { createTestDatabase } from "@consilium/database/testing";
import { expect, test } from "vitest";
import { healthRoutes } from "./health-routes.ts";
import { refuseUndurable } from "./refuse-undurable.ts";

test("health says what runs, and that it does not when the database is away", async () => {
  const testDatabase = await createTestDatabase();
  const open = await openDatabase(testDatabase.url);
  const routes = healthRoutes(open, "disk", { health: () => ({ is: "ready" }) });
  const well = await routes.request("/health");
  expect(well.status).toBe(200);
  expect(await well.json()).toEqual({
    status: "ok",
    database: expect.stringMatching(/^PostgreSQL 1\d/),
    // The suite's server is a throw-away one.
    fsync: false,
    blobs: "disk",
    media: "ready",
    version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
  });
  await testDatabase.drop();
  const away = await routes.request("/health");
  expect(away.status).toBe(503);
  expect(await away.json()).toMatchObject({ status: "failing", fsync: false });
  await open.close();
});

test.for(["building", "unavailable"] as const)(
  "health says why video is %s, and that the server works all the same",
  async (is) => {
    const testDatabase = await createTestDatabase();
    const open = await openDatabase(testDatabase.url);
    const routes = healthRoutes(open, "disk", { health: () => ({ is, because: "It takes some minutes." }) });
    const answer = await routes.request("/health");
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({
      status: "ok",
      media: is,
      mediaBecause: "It takes some minutes.",
    });
    await open.close();
    await testDatabase.drop();
  },
);

test("in production a database that may forget is refused", async () => {
  const testDatabase = await createTestDatabase();
  const open = await openDatabase(testDatabase.url);
  await expect(refuseUndurable(open, { production: true })).rejects.toThrow("fsync = off");
  await refuseUndurable(open, { production: false });
  await open.close();
  await testDatabase.drop();
});
