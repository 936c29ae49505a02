import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { caseFileOf, compareCases } from "@consilium/exchange";
import { verifyExport } from "@consilium/exchange/verify";
import { referralFile } from "@consilium/interchange/testing/referral";
import { isUnit } from "@consilium/interchange/units";
import { fhirFaults } from "@consilium/report/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { auditOf, oncology } from "../testing/demo-cases.ts";
import { startTestServer, type TestServer } from "../testing/start-test-server.ts";

let server: TestServer;
let place: string;
/** Bundles, for the validators. */
const taken: string[] = [];
beforeAll(async () => {
  server = await startTestServer();
  place = await mkdtemp(join(tmpdir(), "export-"));
}, 300_000);
afterAll(async () => {
  await server.close();
  await rm(place, { recursive: true });
});

interface Taken {
  readonly zip: Buffer;
  readonly response: Response;
}

async function take(login: string, caseId: string): Promise<Taken> {
  const { cookie } = await server.as(login);
  const response = await fetch(`${server.origin}/api/cases/${caseId}/export`, { headers: { cookie } });
  return { response, zip: Buffer.from(await response.arrayBuffer()) };
}

async function verified(zip: Buffer) {
  const path = join(place, `${Math.random()}.zip`);
  await writeFile(path, zip);
  return verifyExport(path);
}

async function caseIn(zip: Buffer): Promise<string> {
  const bytes = await caseFileOf(zip, zip.length);
  if (!bytes) throw new Error("No case in it");
  return new TextDecoder().decode(bytes);
}

const Opened = z.object({ id: z.string(), prefilled: z.boolean() });
async function opened(body: string | Buffer): Promise<string> {
  const { cookie } = await server.as("referrer");
  const response = await fetch(`${server.origin}/api/cases/import?as=referrer`, {
    method: "POST",
    headers: { cookie, origin: server.origin },
    body: typeof body === "string" ? body : new Uint8Array(body),
  });
  expect(response.status).toBe(201);
  return Opened.parse(await response.json()).id;
}

test("a referral that is imported, exported, imported again and exported again is equal; the archive itself opens the case", async () => {
  const first = await take("referrer", await opened(referralFile()));
  const second = await take("referrer", await opened(first.zip));
  const [one, other] = [await caseIn(first.zip), await caseIn(second.zip)];
  expect(one).toContain("9.80");
  expect(await compareCases(one, other)).toMatchObject({
    isEqual: true,
    onlyFirst: [],
    onlySecond: [],
    compared: 14,
  });
  taken.push(one, other);
}, 200_000);

test("a whole case of the demo: nothing is missing, its size was announced, and the audit knows", async () => {
  const { response, zip } = await take("patient", oncology);
  expect([response.status, response.headers.get("content-type")]).toEqual([200, "application/zip"]);
  expect(Number(response.headers.get("content-length"))).toBe(zip.length);
  const found = await verified(zip);
  expect([found.faults, found.seal]).toEqual([[], { is: "none" }]);
  expect(found.manifest).toMatchObject({ case: { id: oncology }, by: { role: "patient" } });
  taken.push(await caseIn(zip));
  const row = (await auditOf(server.open)).findLast(({ subject }) => subject === "export");
  expect(row).toMatchObject({ act: "read", body: { bytes: zip.length, digest: found.manifest?.digest } });
  const size = await (await server.as("patient")).ask(`/cases/${oncology}/export/size`);
  expect(size.body).toMatchObject({ files: expect.any(Number), bytes: expect.any(Number) });
}, 200_000);

/** How many threads there are, an aside among clinicians too. */
const aboutOf = (text: string) =>
  z
    .object({
      entry: z.array(
        z.object({
          resource: z.object({
            resourceType: z.string(),
            topic: z.object({ text: z.string() }).optional(),
          }),
        }),
      ),
    })
    .parse(JSON.parse(text))
    .entry.filter(({ resource }) => resource.topic !== undefined).length;

test("what a seat may not read is not in what it takes along", async () => {
  const own = await caseIn((await take("patient", oncology)).zip);
  const clinician = await caseIn((await take("referrer", oncology)).zip);
  expect(aboutOf(clinician)).toBeGreaterThan(aboutOf(own));
}, 200_000);

test("a blind reader takes nothing before the reveal, a stranger is told of no case", async () => {
  const { rows } = await server.open.query<{ case_id: string; email: string }>(
    `select s.case_id, u.email from seat s join "user" u on u.id = s.person_id
     where s.mode = 'blind' and s.revealed_at is null and s.to_at is null`,
  );
  expect(rows.length).toBeGreaterThan(0);
  for (const { case_id, email } of rows) {
    const { response } = await take(email.replace("@demo.test", ""), case_id);
    expect(response.status).toBe(403);
  }
  expect((await take("spine.specialist", oncology)).response.status).toBe(404);
});

// Last: they take the thread for so long that connections which are kept open end meanwhile.
test("both validators and our own checks find nothing in what was taken along, whole and entry by entry", () => {
  expect(taken.length).toBe(3);
  for (const text of taken) expect(fhirFaults(JSON.parse(text), isUnit)).toEqual([]);
}, 200_000);
