import { findCase, insertVisit } from "@consilium/database";
import { createUlid, secureRandom } from "@consilium/foundation";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { z } from "zod";
import { auditOf, cardiology, oncology, seatOf } from "../testing/demo-cases.ts";
import { startTestServer, type TestServer } from "../testing/start-test-server.ts";
import type { TestPerson } from "../testing/test-person.ts";
import { Numbers } from "./numbers-schemas.ts";

let server: TestServer;
let coordinator: TestPerson;
beforeAll(async () => {
  server = await startTestServer();
  coordinator = await server.as("coordinator");
}, 60_000);
afterAll(() => server.close());

const numbers = async (query = "") => Numbers.parse((await coordinator.ask(`/numbers${query}`)).body);
const stepOf = ({ steps }: z.infer<typeof Numbers>, wanted: string) =>
  steps.find(({ step }) => step === wanted);

test("the numbers are for whoever coordinates the programme, and that they were read is in the audit", async () => {
  for (const login of ["specialist", "referrer", "patient", "admin"]) {
    const person = await server.as(login);
    for (const path of ["/numbers", "/numbers/table.csv"])
      expect(await person.ask(path)).toMatchObject({
        status: 403,
        body: {
          refusal: "not-a-coordinator",
          sentence: "This part of a programme is for whoever coordinates it.",
        },
      });
  }
  expect((await fetch(`${server.origin}/api/numbers`)).status).toBe(401);
  expect((await coordinator.ask("/numbers?days=7")).status).toBe(400);
  const before = (await auditOf(server.open)).length;
  const { cases, specialties } = await numbers();
  expect(cases).toBe(2);
  expect(specialties).toEqual(["cardiology", "oncology"]);
  const [read] = (await auditOf(server.open)).slice(before);
  expect(read).toMatchObject({ act: "read", subject: "numbers", body: { what: "numbers", cases: 2 } });
});

const endSeat = (to: string) =>
  server.open.query(`update seat set to_at = ${to} where case_id = $1 and role = 'coordinator'`, [
    cardiology,
  ]);

test("whose seat has ended does not count that case any more", async () => {
  await endSeat("now() - interval '1 minute'");
  expect((await numbers()).cases).toBe(1);
  await endSeat("null");
  expect((await numbers("?specialty=cardiology")).cases).toBe(1);
  expect((await numbers("?specialty=nephrology")).cases).toBe(0);
});

test("what is open is said beside what ended, a pause with its reason, and what waits for whom", async () => {
  const before = await numbers("?days=365");
  expect(stepOf(before, "opinion")).toMatchObject({ done: 1, days: null, open: 1, openLate: 0 });
  expect(before.waiting).toContainEqual(expect.objectContaining({ for: "specialist", count: 1 }));
  expect(before.waiting).toContainEqual(expect.objectContaining({ for: "treating", count: 1 }));
  expect(before.reports).toMatchObject({ signed: 1, openedByTreating: { count: 0, of: 1 } });
  expect(before.reports.recommendations["not-said"]).toBeGreaterThan(0);
  await server.open.query(
    "update clock set due_at = now() - interval '1 hour' where case_id = $1 and kind = 'opinion'",
    [oncology],
  );
  expect(stepOf(await numbers(), "opinion")).toMatchObject({ openLate: 1 });
  await coordinator.post(`/cases/${oncology}/lifecycle`, {
    to: "paused",
    reason: "A journey of the patient",
  });
  const paused = await numbers();
  expect(stepOf(paused, "opinion")).toMatchObject({ open: 1, openLate: 0 });
  expect(paused.pauses).toContainEqual(
    expect.objectContaining({ reason: "A journey of the patient", count: 1 }),
  );
  expect(paused.waiting).toContainEqual(expect.objectContaining({ for: "pause", count: 1 }));
});

test("a wish for a visit that has no answer is what its case waits for, since it was said", async () => {
  const row = await findCase(server.open.database, cardiology);
  const of = {
    id: createUlid(Date.now(), secureRandom),
    organisationId: row?.organisationId ?? "",
    caseId: cardiology,
    seatId: await seatOf(server.open, cardiology, "patient"),
    at: new Date(Date.now() - 3 * 86_400_000),
  };
  const words = { why: "Whether to wait.", times: "Mornings." };
  await insertVisit(server.open.database, await server.keys.of(cardiology), of, words);
  const wished = (await numbers()).waiting.find(({ for: whom }) => whom === "visit");
  expect(wished?.count).toBe(1);
  expect(Math.floor(wished?.longest ?? 0)).toBe(3);
});

test("the table has a row for each step, names cases by their number and nobody, and holds no reason", async () => {
  const answer = await coordinator.ask("/numbers/table.csv?days=365");
  expect(answer.headers.get("content-type")).toBe("text/csv; charset=utf-8");
  expect(answer.headers.get("content-disposition")).toMatch(
    /^attachment; filename="consilium-numbers-\d{4}-\d\d-\d\d\.csv"$/,
  );
  const [head, ...lines] = answer.text.split("\r\n");
  expect(head).toBe("case,specialty,tier,step,begun,due,done,days without pauses,pauses,state,late");
  expect(lines.at(-1)).toBe("");
  const opinion = lines.filter((line) => line.includes(",opinion,"));
  expect(new Set(opinion.map((line) => line.split(",").at(9)))).toEqual(new Set(["done", "paused"]));
  expect(answer.text).toContain("CN-4821,oncology,");
  expect(answer.text).not.toMatch(/Quintana|Marisol|Aurelio|journey/i);
});

test("answers of patients are shown added up from five on, and not before", async () => {
  const { feedback } = await numbers();
  expect(feedback).toEqual({ answers: 0, skipped: 0, questions: null });
});
