import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { z } from "zod";
import { startServer } from "../start-server.ts";
import { type ArchiveServer, startArchiveServer } from "../testing/archive-server.ts";
import { oncology } from "../testing/demo-cases.ts";
import { newDelivery, sliceOf, untilDelivery } from "../testing/hand-over.ts";
import { createDemoDatabase, freePort } from "../testing/start-test-server.ts";
import { configurationFor, createWebFolder, password } from "../testing/test-configuration.ts";
import { signIn } from "../testing/test-person.ts";
import type { Archive } from "./archive.ts";

vi.setConfig({ testTimeout: 180_000 });

const study = "2.25.1001";
const instances = [1, 2, 3].map((at) => ({
  study,
  series: "2.25.1002",
  instance: `2.25.${2000 + at}`,
  file: sliceOf(at),
}));
let folder: string;
let hospital: ArchiveServer;
beforeEach(async () => {
  folder = createWebFolder();
  hospital = await startArchiveServer(instances);
  // The first two come; the third is begun and nothing more is said.
  hospital.other = ({ url }) => url?.endsWith("/instances/2.25.2003") === true;
});
afterEach(async () => {
  await hospital.close();
  rmSync(folder, { recursive: true });
});

const spooled = () => readdirSync(join(folder, "spool")).filter((name) => name.length === 26);
const Begun = z.object({ id: z.string() });

/** A server that was ended while it fetched, and the next one with other settings. */
async function restarted(location: { readonly url: string }, settingsOf: (archive: Archive) => Archive[]) {
  const start = async (archives: readonly Archive[]) =>
    startServer({ ...configurationFor(location.url, folder, await freePort()), archives }, () => undefined);
  const first = await start([hospital.archive]);
  const referrer = await signIn(first.origin, "referrer@demo.test", password);
  const sent = newDelivery();
  await referrer.post(`/cases/${oncology}/deliveries`, { id: sent });
  const begun = await referrer.post(`/cases/${oncology}/archives/northgate/pull`, { study });
  const { id } = Begun.parse(begun.body);
  await expect.poll(spooled).toHaveLength(2);
  await first.close();
  const second = await start(settingsOf(hospital.archive));
  return { id, sent, second, person: await signIn(second.origin, "referrer@demo.test", password) };
}

test.each([
  ["is stated no longer", () => []],
  ["has another programme's cases now", (archive: Archive) => [{ ...archive, organisations: ["another"] }]],
])(
  "a study on its way from an archive that %s ends with the reason, and nothing of it stays",
  async (_, settingsOf) => {
    const location = await createDemoDatabase();
    const { id, sent, second, person } = await restarted(location, settingsOf);
    try {
      const ended = await untilDelivery(person, oncology, id, ["done", "failed", "cancelled"]);
      expect(ended).toMatchObject({ state: "failed", problem: "archive-removed", records: [] });
      expect(ended.source).toMatchObject({ archive: "northgate", name: "Northgate" });
      await expect.poll(spooled).toEqual([]);
      // What somebody sends meanwhile has nothing to do with it.
      expect(await untilDelivery(person, oncology, sent, ["arriving"])).toMatchObject({ problem: null });
    } finally {
      await second.close();
      await location.drop();
    }
  },
);

test("one that is stated as before goes on where it was", async () => {
  const location = await createDemoDatabase();
  const { id, second, person } = await restarted(location, (archive) => {
    hospital.other = undefined;
    return [archive];
  });
  try {
    expect(await untilDelivery(person, oncology, id, ["asking", "done", "failed"])).toMatchObject({
      problem: null,
      arrived: 3,
    });
  } finally {
    await second.close();
    await location.drop();
  }
});
