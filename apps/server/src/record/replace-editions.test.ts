import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { z } from "zod";
import { auditOf, oncology, spine } from "../testing/demo-cases.ts";
import { handOver } from "../testing/hand-over.ts";
import { startTestServer, type TestServer } from "../testing/start-test-server.ts";
import type { TestPerson } from "../testing/test-person.ts";

vi.setConfig({ testTimeout: 120_000 });

let server: TestServer;
let coordinator: TestPerson;
beforeAll(async () => {
  server = await startTestServer();
  coordinator = await server.as("coordinator");
}, 60_000);
afterAll(() => server.close());

interface Version {
  readonly set: string;
  readonly version: number;
  readonly words: string;
  /** Of the patient; left out: the document names nobody whom one could mistake. */
  readonly name?: string;
  readonly more?: string;
}

/** A C-CDA document with one section, and so one note. */
const documentOf = ({ set, version, words, name = "Anonymous", more = "" }: Version) =>
  new TextEncoder().encode(`<?xml version="1.0"?><ClinicalDocument xmlns="urn:hl7-org:v3">
  <id root="1.2.3" extension="${set}-${version}"/><code code="34133-9" codeSystem="2.16.840.1.113883.6.1"/>
  <title>Summary ${set}</title><effectiveTime value="20260503"/>
  <setId root="1.2.3" extension="${set}"/><versionNumber value="${version}"/>
  <recordTarget><patientRole><patient><name>${name}</name></patient></patientRole></recordTarget>${more}
  <component><structuredBody><component><section><title>Course</title><text>${words}</text></section></component></structuredBody></component>
  </ClinicalDocument>`);

const Listed = z.object({
  items: z.array(z.looseObject({ id: z.string(), title: z.string(), replaces: z.array(z.string()) })),
});

async function listOf(caseId: string, title: string) {
  const { items } = Listed.parse((await coordinator.ask(`/cases/${caseId}/records?limit=200`)).body);
  return items.filter((item) => item.title === title);
}

async function added(caseId: string, version: Version): Promise<string> {
  const name = `${version.set} ${version.version}.xml`;
  const { records } = await handOver(coordinator, caseId, { [name]: documentOf(version) });
  const [record] = records;
  if (record === undefined) throw new Error(`${name} became no record`);
  return record;
}

test("a newer version of a document takes the earlier one's place; a person can take that back, and it stays so", async () => {
  const earlier = await added(oncology, { set: "a", version: 1, words: "Stable disease." });
  const newer = await added(oncology, { set: "a", version: 2, words: "Partial response." });
  expect(await listOf(oncology, "Summary a")).toMatchObject([{ id: newer, replaces: [earlier] }]);
  expect((await coordinator.ask(`/cases/${oncology}/records/${earlier}?exact`)).text).toContain("Stable");
  expect((await auditOf(server.open)).findLast(({ act }) => act === "record.replaced")).toMatchObject({
    subject: newer,
    body: { earlier, by: "import" },
  });
  const path = `/cases/${oncology}/records/${newer}/earlier/${earlier}`;
  expect((await coordinator.ask(path, { method: "DELETE" })).status).toBe(200);
  const third = await added(oncology, { set: "a", version: 3, words: "Complete response." });
  const listed = await listOf(oncology, "Summary a");
  expect(listed).toMatchObject([
    { id: earlier, replaces: [] },
    { id: third, replaces: [newer] },
  ]);
});

test("of several versions that came one after the other the first can be taken back from the newest", async () => {
  const first = await added(oncology, { set: "h", version: 1, words: "One." });
  const second = await added(oncology, { set: "h", version: 2, words: "Two." });
  const third = await added(oncology, { set: "h", version: 3, words: "Three." });
  expect((await listOf(oncology, "Summary h"))[0]?.replaces.toSorted()).toEqual([first, second].toSorted());
  const path = `/cases/${oncology}/records/${third}/earlier/${first}`;
  expect((await coordinator.ask(path, { method: "DELETE" })).status).toBe(200);
  expect(await listOf(oncology, "Summary h")).toMatchObject([
    { id: first, replaces: [] },
    { id: third, replaces: [second] },
  ]);
});

test("an older version that comes later is filed as the earlier one", async () => {
  const newer = await added(oncology, { set: "b", version: 7, words: "Second." });
  const older = await added(oncology, { set: "b", version: 3, words: "First." });
  expect(await listOf(oncology, "Summary b")).toMatchObject([{ id: newer, replaces: [older] }]);
});

test("versions that are handed over together stand one behind the other", async () => {
  const files = [2, 3, 1].map((version) => [
    `c ${version}.xml`,
    documentOf({ set: "c", version, words: `Version ${version}.` }),
  ]);
  await handOver(coordinator, oncology, Object.fromEntries(files));
  const [only, another] = await listOf(oncology, "Summary c");
  expect(another).toBeUndefined();
  expect(only?.replaces).toHaveLength(2);
  expect((await coordinator.ask(`/cases/${oncology}/records/${only?.id}?exact`)).text).toContain(
    "Version 3.",
  );
});

const says = (other: string) =>
  `<relatedDocument typeCode="RPLC"><parentDocument><id root="1.2.3" extension="${other}-1"/></parentDocument></relatedDocument>`;

test("the same set in another case, and documents that say they replace each other, replace nothing", async () => {
  await added(oncology, { set: "d", version: 1, words: "Here." });
  await added(spine, { set: "d", version: 2, words: "There." });
  expect(await listOf(oncology, "Summary d")).toMatchObject([{ replaces: [] }]);
  expect(await listOf(spine, "Summary d")).toMatchObject([{ replaces: [] }]);

  await added(oncology, { set: "e", version: 1, words: "One.", more: says("f") });
  await added(oncology, { set: "f", version: 1, words: "Two.", more: says("e") });
  expect(await listOf(oncology, "Summary e")).toMatchObject([{ replaces: [] }]);
  expect(await listOf(oncology, "Summary f")).toMatchObject([{ replaces: [] }]);
});

test("a newer version of what tells the first opinion tells it too, also through a version between", async () => {
  const earlier = await added(spine, { set: "g", version: 1, words: "Surgery is advised." });
  await coordinator.post(`/cases/${spine}/records/${earlier}/revealing`, { revealing: true });
  const files = [3, 2].map((version) => [
    `g ${version}.xml`,
    documentOf({ set: "g", version, words: `Surgery, version ${version}.` }),
  ]);
  await handOver(coordinator, spine, Object.fromEntries(files));
  const [newest] = await listOf(spine, "Summary g");
  const blind = await server.as("second.specialist");
  expect((await blind.ask(`/cases/${spine}/records/${newest?.id}`)).status).toBe(404);
});
