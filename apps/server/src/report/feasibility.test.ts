import { createDocumentLog, documentId } from "@consilium/database";
import { itemsOf } from "@consilium/workspace";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { readContent } from "../document/read-content.ts";
import { leadOpinion, oncology } from "../testing/demo-cases.ts";
import { startTestServer, type TestServer } from "../testing/start-test-server.ts";
import type { TestPerson } from "../testing/test-person.ts";

let server: TestServer;
let [author, referrer, patient]: TestPerson[] = [];
let path = "";
let item = "";
beforeAll(async () => {
  server = await startTestServer();
  [author, referrer, patient] = await Promise.all(
    ["specialist", "referrer", "patient"].map((login) => server.as(login)),
  );
  const opinion = await leadOpinion(server.open, oncology);
  const log = createDocumentLog({ open: server.open, keys: server.keys });
  const content = await readContent({ log }, documentId(oncology, `opinion.${opinion}`));
  item = itemsOf(content, "recommendation")[0]?.id ?? "";
  path = `/cases/${oncology}/opinions/${opinion}/recommendations/${item}/feasibility`;
}, 60_000);
afterAll(() => server.close());

const Said = z.object({
  items: z.array(z.unknown()),
  feasibility: z.array(z.looseObject({ item: z.string(), state: z.string(), note: z.string().nullable() })),
});
const saidTo = async (who: TestPerson | undefined) =>
  Said.parse((await who?.ask(`/cases/${oncology}/reports`))?.body);

test("what cannot be done where the patient is reaches whoever advises it while they still write, and nobody who may not read the draft", async () => {
  const note = "No such scanner here.";
  expect((await referrer?.post(path, { state: "not-available", note }))?.status).toBe(200);
  for (const who of [author, referrer])
    expect(await saidTo(who)).toMatchObject({
      items: [],
      feasibility: [{ item, state: "not-available", note }],
    });
  expect(await saidTo(patient)).toEqual({ items: [], feasibility: [] });
});
