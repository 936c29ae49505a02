import type { Report } from "@consilium/report";
import { fhirFaults } from "@consilium/report/testing";
import { sectionRoot, writeFragment } from "@consilium/workspace";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { z } from "zod";
import { oncology, seatOf } from "../testing/demo-cases.ts";
import { signOncology, writeAs } from "../testing/signed-opinion.ts";
import { startTestServer, type TestServer } from "../testing/start-test-server.ts";
import { password } from "../testing/test-configuration.ts";
import type { TestPerson } from "../testing/test-person.ts";

vi.setConfig({ testTimeout: 60_000 });

const on = `/cases/${oncology}`;

let server: TestServer;
let lead: TestPerson;
let second: TestPerson;
let blind: TestPerson;
let referrer: TestPerson;
let first: string;
/** The seats of those who write, and of who reads blind. */
let seats: { readonly lead: string; readonly second: string; readonly blind: string };
let lockedAt: string;
beforeAll(async () => {
  server = await startTestServer();
  lead = await server.as("specialist");
  second = await server.as("second.specialist");
  blind = await server.as("spine.specialist");
  referrer = await server.as("referrer");
  seats = {
    lead: await seatOf(server.open, oncology, "specialist"),
    second: await seatOf(server.open, oncology, "second.specialist"),
    blind: await readBlind(),
  };
  ({ report: first } = await signOncology(server, lead));
}, 60_000);
afterAll(() => server.close());

/** A third specialist reads the case blind, and finishes. Gives their seat. */
async function readBlind(): Promise<string> {
  const coordinator = await server.as("coordinator");
  const seat = { email: "spine.specialist@demo.test", role: "specialist", mode: "blind" };
  const given = z.object({ seat: z.string() }).parse((await coordinator.post(`${on}/seats`, seat)).body);
  const { opinion } = z.object({ opinion: z.string() }).parse((await blind.ask(`${on}/blind-read`)).body);
  const document = `${oncology}/opinion.${opinion}`;
  const content = [{ type: "paragraph", content: [{ type: "text", text: "Two lesions, no more." }] }];
  await writeAs(
    blind,
    oncology,
    `opinion.${opinion}`,
    (doc) => writeFragment(doc.getXmlFragment(sectionRoot("findings")), { type: "doc", content }),
    async () =>
      (await server.open.query("select from document where id = $1 and sequence > 0", [document]))
        .rowCount === 1,
  );
  expect((await blind.post(`${on}/opinions/${opinion}/finish`)).status).toBe(200);
  const locked = await server.open.query<{ at: Date }>("select frozen_at as at from document where id = $1", [
    document,
  ]);
  lockedAt = locked.rows[0]?.at.toISOString() ?? "";
  return given.seat;
}

const reportShape = z.custom<Report>(
  (value) => typeof value === "object" && value !== null && "form" in value,
);
const reportOf = async (id: string) =>
  z.looseObject({ report: reportShape }).parse((await referrer.ask(`${on}/reports/${id}`)).body).report;
const textOf = async (id: string, form: string) => (await referrer.ask(`${on}/reports/${id}/${form}`)).text;

test("the report of two authors names as signer who signed it, and the other as who wrote it too", async () => {
  const { signers, contributors } = await reportOf(first);
  expect(signers.map(({ seat, name }) => [seat, name])).toEqual([[seats.lead, "Dr Ingrid Hallström"]]);
  expect(contributors?.find(({ seat }) => seat === seats.second)).toEqual({
    seat: seats.second,
    name: "Dr Tomasz Wierzbicki",
    profession: expect.any(String),
    workplace: expect.any(String),
    wrote: true,
    blindUntil: null,
  });
});

test("who read it blind is named with the moment at which their read was locked, and not as an author", async () => {
  const { contributors } = await reportOf(first);
  expect(contributors?.map(({ seat, wrote, blindUntil }) => [seat, wrote, blindUntil])).toEqual([
    [seats.second, true, null],
    [seats.blind, false, lockedAt],
  ]);
});

test("the page that checks itself prints them apart from who signed", async () => {
  const page = await textOf(first, "html");
  const [signed = "", besides = ""] = page
    .slice(page.indexOf("part-signing"))
    .split("Took part, without signing");
  expect(signed).toContain("Dr Ingrid Hallström");
  expect(signed).not.toContain("Dr Tomasz Wierzbicki");
  expect(besides).toMatch(/Dr Tomasz Wierzbicki.*Author.*Read blind until/s);
});

const Composition = z.object({
  author: z.array(z.object({ display: z.string() })),
  attester: z.array(z.object({ mode: z.string(), party: z.object({ display: z.string() }) })),
});

test("FHIR has both authors and one who answers for it; both validators find nothing", async () => {
  const bundle: unknown = JSON.parse(await textOf(first, "fhir"));
  expect(fhirFaults(JSON.parse(await textOf(first, "fhir")))).toEqual([]);
  const { entry } = z.object({ entry: z.array(z.object({ resource: z.unknown() })) }).parse(bundle);
  const { author, attester } = Composition.parse(entry[0]?.resource);
  expect(author.map(({ display }) => display)).toEqual(["Dr Ingrid Hallström", "Dr Tomasz Wierzbicki"]);
  expect(attester).toEqual([{ mode: "legal", party: { display: "Dr Ingrid Hallström" } }]);
});

test("a correction that the other author signs names the first one, whose words it copies, as who wrote it too", async () => {
  const begun = await second.post(`${on}/reports/${first}/correction`, { reason: "A wrong dose" });
  const { opinion } = z.object({ opinion: z.string() }).parse(begun.body);
  const path = `${on}/opinions/${opinion}/signing`;
  const sheet = z
    .object({ basis: z.string(), open: z.array(z.object({ key: z.string() })) })
    .parse((await second.ask(path)).body);
  const reasons = sheet.open.map(({ key }) => ({ key, reason: "Looked at, and left so." }));
  const signed = await second.post(path, { basis: sheet.basis, reasons, password });
  const { report } = z.object({ report: z.string() }).parse(signed.body);
  const { signers, contributors } = await reportOf(report);
  expect(signers.map(({ seat }) => seat)).toEqual([seats.second]);
  expect(contributors?.map(({ seat, wrote }) => [seat, wrote])).toEqual([
    [seats.lead, true],
    [seats.blind, false],
  ]);
});
