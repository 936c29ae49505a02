import { readdirSync } from "node:fs";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { openJobs } from "../jobs/open-jobs.ts";
import { openRecordRooms } from "../open-record-rooms.ts";
import { auditOf, oncology, spine } from "../testing/demo-cases.ts";
import { handOver, newDelivery } from "../testing/hand-over.ts";
import { startTestServer, type TestServer } from "../testing/start-test-server.ts";
import { upload } from "../testing/tus-upload.ts";
import { removeErasedFiles } from "./remove-erased-files.ts";

vi.setConfig({ testTimeout: 120_000 });

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
}, 60_000);
afterAll(() => server.close());

/** Of all that lies in the data folder, what is named by one of these ids. */
const onDisk = (ids: readonly string[]): readonly string[] => {
  const names = readdirSync(server.folder, { recursive: true, encoding: "utf8" });
  return ids.filter((id) => names.some((name) => name.endsWith(id)));
};

async function idsOf(table: "stored_file" | "delivered_file", caseId: string): Promise<readonly string[]> {
  const text = `select id from ${table} where case_id = $1 order by id`;
  const { rows } = await server.open.query<{ id: string }>(text, [caseId]);
  return rows.map(({ id }) => id);
}

async function deliver(caseId: string, login: string): Promise<void> {
  const person = await server.as(login);
  const done = await handOver(person, caseId, { "letter.txt": Buffer.from("Stable since May.") });
  expect(done.state).toBe("done");
}

const isAway = () => Promise.reject(new Error("The disk is away"));

test("files of a case whose key was destroyed go, also after a removal that broke off; those of others stay", async () => {
  await deliver(oncology, "referrer");
  await deliver(spine, "second.patient");
  const referrer = await server.as("referrer");
  const delivery = newDelivery();
  await referrer.post(`/cases/${oncology}/deliveries`, { id: delivery });
  await upload(referrer, { caseId: oncology, path: "b.txt", content: Buffer.from("Arrived."), delivery });
  const erased = [...(await idsOf("stored_file", oncology)), ...(await idsOf("delivered_file", oncology))];
  const others = await idsOf("stored_file", spine);
  const lying = onDisk(erased);
  expect(lying.length).toBeGreaterThanOrEqual(2);

  const { open, keys, folder } = server;
  await open.query("update clinical_case set wrapped_key = null where id = $1", [oncology]);
  const away = { database: open.database, keys, caseFiles: { remove: isAway }, spool: { discard: isAway } };
  await expect(removeErasedFiles({ ...away, place: "elsewhere" })).rejects.toThrow("The disk is away");
  expect(onDisk(erased)).toEqual(lying);

  // As a server does that starts on this folder.
  const failures: unknown[] = [];
  const failed = (cause: unknown) => failures.push(cause);
  const jobs = await openJobs(open, failed);
  const rooms = await openRecordRooms(
    { dataFolder: folder, blobs: { kind: "disk" }, archives: [] },
    open,
    keys,
    jobs,
    failed,
  );
  await expect.poll(() => idsOf("delivered_file", oncology)).toEqual([]);
  await rooms.stop();
  await jobs.close();
  await rooms.close();
  expect(failures).toEqual([]);
  expect(await idsOf("stored_file", oncology)).toEqual([]);
  expect(onDisk(erased)).toEqual([]);
  expect(onDisk(others).length).toBeGreaterThan(0);
  const said = (await auditOf(open)).filter(({ act }) => act === "case.files-removed");
  expect(said).toMatchObject([{ body: { kept: erased.length - 1, arriving: 1 } }]);
  // There is nothing left to remove: nothing is asked of the disk.
  await removeErasedFiles({ ...away, place: "elsewhere" });
});
