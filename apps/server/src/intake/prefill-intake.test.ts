import { createDocumentLog } from "@consilium/database";
import { referralFile } from "@consilium/interchange/testing/referral";
import { intakeOf, itemsOf, plainTextOf, readFragment, sectionText } from "@consilium/workspace";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Doc } from "yjs";
import { z } from "zod";
import { readContent } from "../document/read-content.ts";
import { auditOf } from "../testing/demo-cases.ts";
import { startTestServer, type TestServer } from "../testing/start-test-server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
}, 60_000);
afterAll(() => server.close());

const Opened = z.object({ id: z.string(), records: z.int(), prefilled: z.boolean() });

async function opened(as: "patient" | "referrer"): Promise<z.infer<typeof Opened>> {
  const referrer = await server.as("referrer");
  const answer = await referrer.post(`/cases/import?as=${as}`, referralFile());
  expect([answer.status, answer.body]).toMatchObject([201, { prefilled: true }]);
  return Opened.parse(answer.body);
}

const documentOf = (caseId: string, name: string): Promise<Doc> => {
  const log = createDocumentLog({ open: server.open, keys: server.keys });
  return readContent({ log }, `${caseId}/${name}`);
};

const questionsIn = (doc: Doc) =>
  itemsOf(doc, "question").map((item) => plainTextOf(readFragment(item.rich("text"))));

test.for(["patient", "referrer"] as const)(
  "the clinician's words of a referral stand in the referral, what tells the first opinion apart, whoever opens it (%s)",
  async (as) => {
    const { id } = await opened(as);
    const [referral, prior] = [await documentOf(id, "referral"), await documentOf(id, "referral.prior")];
    expect(sectionText(referral, "ask")).toBe("Whether to operate or to wait after chemotherapy");
    expect(questionsIn(referral)).toEqual([
      "Can the lesions be resected safely?",
      "Is more chemotherapy needed first?",
    ]);
    expect(sectionText(prior, "plan")).toContain("Our board proposed a right hepatectomy.");
    expect(JSON.stringify(referral.toJSON())).not.toMatch(/hepatectomy|metasta/i);
    const { entries, prefilled } = intakeOf(referral);
    expect(entries.events.map(({ fields }) => fields.name)).toEqual([
      "Right hemicolectomy",
      "CT of the abdomen",
    ]);
    expect([...prefilled].toSorted()).toEqual(
      ["decision", "questions", "told", "timeline", ...(as === "referrer" ? ["doctor"] : [])].toSorted(),
    );
  },
);

test("the case is named by its reason, its records are there, the file is kept, and the audit says what was filled in", async () => {
  const { id, records } = await opened("referrer");
  expect(records).toBe(9);
  const referrer = await server.as("referrer");
  const found = await referrer.ask(`/cases/${id}`);
  expect(found.body).toMatchObject({
    title: "Liver metastases from bowel cancer",
    patient: { name: "Rosa Quintana", born: "1958-04-02" },
  });
  expect((await referrer.ask(`/cases/${id}/intake`)).body).toMatchObject({
    treating: { has: true, name: "Dr Ahlgren" },
    language: "es",
  });
  const imports = await referrer.ask(`/cases/${id}/imports`);
  expect(imports.body).toMatchObject({ items: [{ notUnderstood: [] }] });
  const opening = (await auditOf(server.open)).find(
    ({ act, subject }) => act === "case.opened" && subject === id,
  );
  expect(opening?.body).toMatchObject({ from: "fhir", prefilled: ["referral", "referral.prior"] });
});

test("gates and consent are nobody's but of who opens the case: nothing can be sent before", async () => {
  const { id } = await opened("referrer");
  const referrer = await server.as("referrer");
  const sent = await referrer.post(`/cases/${id}/submission`, {});
  expect(sent.status).toBeGreaterThanOrEqual(400);
  const intake = (await referrer.ask(`/cases/${id}/intake`)).body;
  expect(intake).not.toHaveProperty("safety");
  expect(intake).toMatchObject({ consent: null });
});
