import { makePdf } from "@consilium/record-import/testing";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { z } from "zod";
import { auditOf, oncology, spine } from "../testing/demo-cases.ts";
import { handOver, sliceOf } from "../testing/hand-over.ts";
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

const Listed = z.object({
  items: z.array(
    z.looseObject({ id: z.string(), title: z.string(), replaces: z.array(z.string()), content: z.unknown() }),
  ),
});
const listOf = async (person: TestPerson, on: string) =>
  Listed.parse((await person.ask(`${on}/records?limit=200`)).body).items;

/** The one record that a file becomes. */
async function added(caseId: string, name: string, content: Uint8Array): Promise<string> {
  const { records } = await handOver(coordinator, caseId, { [name]: content });
  const [record] = records;
  if (record === undefined) throw new Error(`${name} became no record`);
  return record;
}

test("a newer version takes the earlier one's place, which can still be read, with its file, and be brought back", async () => {
  const on = `/cases/${oncology}`;
  const earlier = await added(oncology, "report.pdf", makePdf("Stable disease"));
  const newer = await added(oncology, "report corrected.pdf", makePdf("Partial response"));
  const path = `${on}/records/${newer}/earlier/${earlier}`;
  expect((await coordinator.post(path)).body).toEqual({ newer, earlier });
  const listed = await listOf(coordinator, on);
  expect(listed.find(({ id }) => id === newer)?.replaces).toEqual([earlier]);
  expect(listed.map(({ id }) => id)).not.toContain(earlier);
  expect((await coordinator.ask(`${on}/records/${earlier}`)).body).toMatchObject({ id: newer });
  const exact = await coordinator.ask(`${on}/records/${earlier}?exact`);
  expect(exact.body).toMatchObject({ id: earlier });
  const { content } = z
    .object({ content: z.object({ file: z.object({ id: z.string() }) }) })
    .parse(exact.body);
  expect((await coordinator.ask(`${on}/files/${content.file.id}`)).text).toContain("Stable disease");
  expect((await auditOf(server.open)).findLast(({ act }) => act === "record.replaced")).toMatchObject({
    subject: newer,
    body: { earlier },
  });
  expect((await coordinator.post(path)).body).toMatchObject({ refusal: "changed-since" });
  expect((await coordinator.ask(path, { method: "DELETE" })).status).toBe(200);
  const ids = (await listOf(coordinator, on)).map(({ id }) => id);
  expect(ids).toEqual(expect.arrayContaining([earlier, newer]));
});

test("only a record of the same kind is replaced, never a study, and never itself", async () => {
  const on = `/cases/${oncology}`;
  const pdf = await added(oncology, "a.pdf", makePdf("One"));
  const note = await added(oncology, "a.txt", new TextEncoder().encode("Two."));
  const study = await added(oncology, "a.dcm", sliceOf(1));
  const tried = async (newer: string, earlier: string) =>
    (await coordinator.post(`${on}/records/${newer}/earlier/${earlier}`)).body;
  expect(await tried(note, pdf)).toMatchObject({ refusal: "other-kind" });
  expect(await tried(note, study)).toMatchObject({ refusal: "other-kind" });
  expect(await tried(pdf, pdf)).toMatchObject({ refusal: "no-such-record" });
  expect(await tried(pdf, "gone")).toMatchObject({ refusal: "no-such-record" });
  const specialist = await server.as("specialist");
  expect((await specialist.post(`${on}/records/${pdf}/earlier/${note}`)).body).toMatchObject({
    refusal: "no-right",
  });
});

test("a newer version of what tells the first opinion tells it too, and neither is there for whoever reads blind", async () => {
  const on = `/cases/${spine}`;
  const earlier = await added(spine, "opinion.pdf", makePdf("Surgery is advised"));
  const newer = await added(spine, "opinion signed.pdf", makePdf("Surgery is advised, signed"));
  const blind = await server.as("second.specialist");
  expect((await blind.ask(`${on}/records/${newer}`)).status).toBe(200);
  await coordinator.post(`${on}/records/${earlier}/revealing`, { revealing: true });
  await coordinator.post(`${on}/records/${newer}/earlier/${earlier}`);
  for (const path of [newer, earlier, `${earlier}?exact`])
    expect([path, (await blind.ask(`${on}/records/${path}`)).status]).toEqual([path, 404]);
  // Taken apart again, each of them still tells it.
  await coordinator.ask(`${on}/records/${newer}/earlier/${earlier}`, { method: "DELETE" });
  expect((await blind.ask(`${on}/records/${newer}`)).status).toBe(404);
});
