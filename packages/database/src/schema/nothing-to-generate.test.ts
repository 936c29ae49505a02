import { readdirSync, readFileSync } from "node:fs";
import { generateDrizzleJson, generateMigration } from "drizzle-kit/api";
import { expect, test } from "vitest";
import * as schema from "./index.ts";

type Snapshot = Parameters<typeof generateMigration>[0];

const folder = new URL("../../migrations/meta/", import.meta.url);
const snapshots = readdirSync(folder)
  .filter((name) => name.endsWith("_snapshot.json"))
  .toSorted()
  .map((name): Snapshot => JSON.parse(readFileSync(new URL(name, folder), "utf8")));

test("the newest snapshot says what the schema says, so that the next migration begins from there", async () => {
  const newest = snapshots.at(-1);
  if (!newest) throw new Error("There is no snapshot");
  expect(await generateMigration(newest, generateDrizzleJson(schema, newest.id))).toEqual([]);
});

test("each snapshot follows the one before it", () => {
  const ids = snapshots.map(({ id }) => id);
  expect(snapshots.slice(1).map(({ prevId }) => prevId)).toEqual(ids.slice(0, -1));
});
