import { caseDetailsOf, findCase } from "@consilium/database";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { auditOf, cardiology, leadOpinion, oncology } from "../testing/demo-cases.ts";
import { startTestServer, type TestServer } from "../testing/start-test-server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
}, 60_000);
afterAll(() => server.close());

const Seen = z.looseObject({ hearing: z.string().nullable() });
const Sheet = z.looseObject({ basis: z.string(), toldAtOnce: z.boolean(), hearing: z.string().nullable() });

const change = async (name: string, hearing: string, caseId = oncology) =>
  (await server.as(name)).put(`/cases/${caseId}/hearing`, { hearing });
const seenBy = async (name: string) =>
  Seen.parse((await (await server.as(name)).ask(`/cases/${oncology}`)).body).hearing;
async function sheet() {
  const opinion = await leadOpinion(server.open, oncology);
  const author = await server.as("specialist");
  return Sheet.parse((await author.ask(`/cases/${oncology}/opinions/${opinion}/signing`)).body);
}
async function intakeOf(caseId: string) {
  const row = await findCase(server.open.database, caseId);
  if (!row) throw new Error("There is no such case");
  return caseDetailsOf(await server.keys.of(caseId), row).intake;
}

test("the patient and the coordinator change how the result is heard; whoever signs and tells is told the new way", async () => {
  const before = await intakeOf(oncology);
  const read = await sheet();
  expect(read).toMatchObject({ toldAtOnce: false });
  expect((await change("patient", "at-once")).body).toEqual({ hearing: "at-once" });
  expect(await seenBy("referrer")).toBe("as soon as it is there");
  const now = await sheet();
  expect(now).toMatchObject({ toldAtOnce: true, hearing: "as soon as it is there" });
  // What they had read of it no longer stands.
  expect(now.basis).not.toBe(read.basis);
  expect((await change("coordinator", "with-own-doctor")).status).toBe(200);
  expect(await sheet()).toMatchObject({ toldAtOnce: false, hearing: "with their own doctor" });
  // All else of the intake stays.
  expect(await intakeOf(oncology)).toEqual({ ...before, hearing: "with-own-doctor" });
  const acts = (await auditOf(server.open)).filter(({ act }) => act === "intake.hearing-changed");
  expect(acts.map(({ subject, body }) => [subject, body])).toEqual([
    [oncology, {}],
    [oncology, {}],
  ]);
  expect((await change("coordinator", "with-own-doctor")).body).toMatchObject({ refusal: "already-so" });
});

test("nobody else changes it, nobody once it is signed, and no way that there is not", async () => {
  for (const name of ["specialist", "second.specialist", "referrer"])
    expect([name, (await change(name, "after-call")).body]).toMatchObject([name, { refusal: "no-right" }]);
  expect((await change("second.patient", "at-once")).body).toMatchObject({ refusal: "no-such-case" });
  expect((await change("coordinator", "after-call", cardiology)).body).toMatchObject({ refusal: "no-right" });
  expect((await change("patient", "by-post")).body).toMatchObject({ refusal: "malformed-request" });
});
