import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { compareCases } from "@consilium/exchange";
import { isUnit } from "@consilium/interchange/units";
import { fhirFaults, pdfFacts } from "@consilium/report/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { cardiology } from "../testing/demo-cases.ts";
import { startTestServer, type TestServer } from "../testing/start-test-server.ts";
import { takeAlong, type TakenAlong } from "../testing/taken-along.ts";

let server: TestServer;
let place: string;
/** The demo's cardiology case: signed and in its follow-up. By the patient's side. */
let taken: TakenAlong;
beforeAll(async () => {
  server = await startTestServer();
  place = await mkdtemp(join(tmpdir(), "signed-"));
  taken = await takeAlong(server, place, "patient", cardiology);
}, 300_000);
afterAll(async () => {
  await server.close();
  await rm(place, { recursive: true });
});

const Known = z.object({
  items: z.array(z.object({ id: z.string(), digest: z.string(), code: z.string() })),
});
const Opened = z.object({ id: z.string() });

async function openedFrom(zip: Buffer): Promise<string> {
  const { cookie } = await server.as("referrer");
  const response = await fetch(`${server.origin}/api/cases/import?as=referrer`, {
    method: "POST",
    headers: { cookie, origin: server.origin },
    body: new Uint8Array(zip),
  });
  expect(response.status).toBe(201);
  return Opened.parse(await response.json()).id;
}

test("a signed case is proved offline, and its report is the signed one in all four forms", async () => {
  const { body } = await (await server.as("patient")).ask(`/cases/${cardiology}/reports`);
  const [known] = Known.parse(body).items;
  const { faults, manifest } = await taken.verify();
  expect(faults).toEqual([]);
  expect(manifest?.reports).toMatchObject([{ n: 1, state: "current", digest: known?.digest }]);
  const { json = "", html = "", pdf = "" } = manifest?.reports[0] ?? {};
  expect(JSON.parse(await taken.textOf(json))).toMatchObject({ form: "report/1", case: { id: cardiology } });
  expect(await taken.textOf(html)).toContain(known?.code);
  const facts = await pdfFacts(await taken.bytesOf(pdf));
  expect(facts).toMatchObject({ isMarked: true, isUniversal: true });
  expect(facts.texts.join(" ")).toContain(known?.code);
}, 60_000);

test("opened again from what was taken along and taken along again it says the same", async () => {
  const again = await takeAlong(server, place, "referrer", await openedFrom(taken.zip));
  const compared = await compareCases(taken.bundle, again.bundle);
  expect(compared).toMatchObject({ isEqual: true, onlyFirst: [], onlySecond: [] });
  expect(compared.compared).toBeGreaterThan(90);
}, 60_000);

// Last: they take the thread for so long that connections which are kept open end meanwhile.
test("both validators and our own checks find nothing in the case and in its report's document, whole and entry by entry", async () => {
  for (const text of [taken.bundle, await taken.textOf("report/1.fhir.json")])
    expect(fhirFaults(JSON.parse(text), isUnit)).toEqual([]);
}, 200_000);
