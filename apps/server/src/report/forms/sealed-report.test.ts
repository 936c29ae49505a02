import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Authority, makeP12, pdfFacts, sealFacts, startAuthority } from "@consilium/report/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { auditOf, cardiology } from "../../testing/demo-cases.ts";
import { freePort, startTestServer, type TestServer } from "../../testing/start-test-server.ts";
import { takeAlong } from "../../testing/taken-along.ts";

let server: TestServer;
let place: string;
let port: number;
let report: string;
/** From the second test on. */
let authority: Authority | undefined;
beforeAll(async () => {
  place = await mkdtemp(join(tmpdir(), "seal-"));
  port = await freePort();
  const file = join(place, "seal.p12");
  await writeFile(file, makeP12("words"));
  const stampUrl = `http://127.0.0.1:${port}/`;
  server = await startTestServer({ seal: { file, passphrase: "words", stampUrl } });
  const { body } = await (await server.as("patient")).ask(`/cases/${cardiology}/reports`);
  report = z.object({ items: z.array(z.object({ id: z.string() })) }).parse(body).items[0]?.id ?? "";
}, 300_000);
afterAll(async () => {
  await server.close();
  await authority?.close();
  await rm(place, { recursive: true });
});

async function take(form: string): Promise<{ readonly name: string; readonly bytes: Buffer }> {
  const { cookie } = await server.as("patient");
  const at = `${server.origin}/api/cases/${cardiology}/reports/${report}/${form}`;
  const response = await fetch(at, { headers: { cookie } });
  expect(response.status).toBe(200);
  const [, name = ""] = /filename="([^"]+)"/.exec(response.headers.get("content-disposition") ?? "") ?? [];
  return { name, bytes: Buffer.from(await response.arrayBuffer()) };
}

const pdfIn = (document: string): Buffer => {
  const Bundle = z.object({ entry: z.array(z.object({ resource: z.looseObject({}) })) });
  const { entry } = Bundle.parse(JSON.parse(document));
  const pdf = entry.find(({ resource }) => resource["contentType"] === "application/pdf");
  return Buffer.from(String(pdf?.resource["data"]), "base64");
};

const kept = async () =>
  (await server.open.query("select form from sealed_pdf where report_id = $1", [report])).rows.length;

test("an authority that is down keeps nobody from the report: it is sealed, says that the time is the server's, and is not kept", async () => {
  const { name, bytes } = await take("pdf");
  expect(await sealFacts(bytes)).toEqual({ isUnchanged: true, hasTimeStamp: false });
  expect((await pdfFacts(bytes)).isSigned).toBe(true);
  expect(bytes.toString("latin1")).toContain("Without a time stamp: the authority gave none.");
  expect(name).toMatch(/-report-1-without-time-stamp\.pdf$/);
  const booked = (await auditOf(server.open)).findLast(({ subject }) => subject === `report/${report}/pdf`);
  expect(booked?.body).toMatchObject({ timeStamp: "missing" });
  expect(server.lines.join("\n")).toContain("TimeStampError");
  const document = await take("fhir");
  expect(document.name).toMatch(/-without-time-stamp\.json$/);
  expect(await sealFacts(pdfIn(document.bytes.toString()))).toEqual({
    isUnchanged: true,
    hasTimeStamp: false,
  });
  const taken = await takeAlong(server, place, "patient", cardiology);
  expect((await taken.verify()).faults).toEqual([]);
  expect(await kept()).toBe(0);
}, 120_000);

test("once the authority answers it is sealed with its time stamp, and kept: everybody has that file from then on", async () => {
  authority = await startAuthority("right", port);
  const { name, bytes } = await take("pdf");
  expect(await sealFacts(bytes)).toEqual({ isUnchanged: true, hasTimeStamp: true });
  expect(bytes.toString("latin1")).not.toContain("Without a time stamp");
  expect(name).toMatch(/-report-1\.pdf$/);
  expect(await kept()).toBe(1);
  await authority.close();
  authority = undefined;
  expect((await take("pdf")).bytes.equals(bytes)).toBe(true);
  expect(pdfIn((await take("fhir")).bytes.toString()).equals(bytes)).toBe(true);
  const taken = await takeAlong(server, place, "patient", cardiology);
  expect(Buffer.from(await taken.bytesOf("report/1.pdf")).equals(bytes)).toBe(true);
  expect((await taken.verify()).seal).toMatchObject({ is: "right" });
}, 120_000);
