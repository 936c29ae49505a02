import { readdirSync } from "node:fs";
import { systemClock } from "@consilium/foundation";
import { type S3Double, startS3Double } from "@consilium/record-files/testing";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { readBlobSettings } from "../read-blob-settings.ts";
import { oncology } from "../testing/demo-cases.ts";
import { handOver } from "../testing/hand-over.ts";
import { freePort, startTestServer, type TestServer } from "../testing/start-test-server.ts";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

let bucket: S3Double;
let server: TestServer | undefined;
beforeEach(async () => {
  bucket = await startS3Double({ clock: systemClock });
});
afterEach(async () => {
  await server?.close();
  server = undefined;
  await bucket.stop();
});

/** A server with the settings that an operator would write for a store that answers there. */
async function startAt(endpoint: string): Promise<TestServer> {
  const problems: string[] = [];
  const blobs = readBlobSettings(
    {
      S3_BUCKET: bucket.settings.bucket,
      S3_ENDPOINT: endpoint,
      S3_ACCESS_KEY_ID: "double",
      S3_SECRET_ACCESS_KEY: "double",
    },
    problems,
  );
  expect(problems).toEqual([]);
  server = await startTestServer({ blobs });
  return server;
}

const letter = "Stable since May; no new lesion in the liver.";

test("with a bucket in the settings a file lies there, sealed, and nowhere on the disk, and is handed out from there", async () => {
  const { as, open, folder } = await startAt(bucket.settings.endpoint ?? "");
  const referrer = await as("referrer");
  const before = new Set(bucket.objects.keys());
  const done = await handOver(referrer, oncology, { "letter.txt": Buffer.from(letter) });
  expect(done.state).toBe("done");
  const text = "select id from stored_file where case_id = $1";
  const { rows } = await open.query<{ id: string }>(text, [oncology]);
  const [file, ...more] = rows.map(({ id }) => id).filter((id) => !before.has(id) && bucket.objects.has(id));
  expect(more).toEqual([]);
  const stored = bucket.objects.get(file ?? "");
  expect(stored?.body.includes(Buffer.from("Stable since May"))).toBe(false);
  expect(readdirSync(folder, { recursive: true }).map(String)).not.toContain("files");
  expect((await referrer.ask(`/cases/${oncology}/files/${file}`)).text).toBe(letter);
});

test("a bucket that does not answer is said to the operator at the start, and people get in all the same", async () => {
  const { as, lines } = await startAt(`http://127.0.0.1:${await freePort()}`);
  expect(lines.join("\n")).toMatch(/ECONNREFUSED/);
  const referrer = await as("referrer");
  expect((await referrer.ask(`/cases/${oncology}/records`)).status).toBe(200);
});
