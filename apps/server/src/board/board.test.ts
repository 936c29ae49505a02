import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { auditOf, oncology, spine } from "../testing/demo-cases.ts";
import { startTestServer, type TestServer } from "../testing/start-test-server.ts";
import type { TestPerson } from "../testing/test-person.ts";

let server: TestServer;
let coordinator: TestPerson;
beforeAll(async () => {
  server = await startTestServer();
  coordinator = await server.as("coordinator");
}, 60_000);
afterAll(() => server.close());

const Board = z.object({
  isCut: z.boolean(),
  items: z.array(
    z.object({
      id: z.string(),
      column: z.string(),
      hasAuthor: z.boolean(),
      missing: z.int(),
      offered: z.array(z.string()),
      doNow: z.array(
        z.object({
          what: z.string(),
          severity: z.string(),
          clock: z.string().nullable(),
          name: z.string().nullable(),
        }),
      ),
    }),
  ),
});
const board = async (who = coordinator) => Board.parse((await who.ask("/board")).body);
const onBoard = async (caseId: string) => (await board()).items.find(({ id }) => id === caseId);
const backDate = (what: string, caseId: string) =>
  server.open.query(
    `update ${what} set due_at = now() - interval '1 hour' where case_id = $1 and due_at is not null`,
    [caseId],
  );

test("who coordinates nothing has an empty board; what is shown of a case is in its audit", async () => {
  expect((await board(await server.as("specialist"))).items).toEqual([]);
  expect((await onBoard(oncology))?.column).toBe("in-review");
  const said = (await auditOf(server.open)).findLast(({ act }) => act === "read");
  expect(said).toMatchObject({ subject: "case/summary" });
  const door = await fetch(`${server.origin}/api/board`);
  expect(door.status).toBe(401);
});

test("a draft is not on the board; once it was submitted its triage is due", async () => {
  expect(await onBoard(spine)).toBeUndefined();
  await (await server.as("second.patient")).post(`/cases/${spine}/submission`);
  expect(await onBoard(spine)).toMatchObject({ column: "submitted", hasAuthor: true });
  await backDate("clock", spine);
  expect((await onBoard(spine))?.doNow).toContainEqual(
    expect.objectContaining({ what: "clock", severity: "late", clock: "triage" }),
  );
});

test("an opinion that is late and a request that is overdue need the coordinator, by name", async () => {
  const asked = await coordinator.post(`/cases/${oncology}/requests`, {
    what: "Bone scan",
    due: new Date(Date.now() + 86_400_000).toISOString(),
  });
  expect(asked.status).toBe(201);
  await backDate("clock", oncology);
  await backDate("record_request", oncology);
  const { doNow } = (await onBoard(oncology)) ?? { doNow: [] };
  expect(doNow).toContainEqual(
    expect.objectContaining({ what: "clock", clock: "opinion", severity: "late" }),
  );
  expect(doNow).toContainEqual(expect.objectContaining({ what: "request", name: "Bone scan" }));
  await coordinator.post(`/cases/${oncology}/lifecycle`, { to: "paused", reason: "A journey" });
  expect((await onBoard(oncology))?.doNow.filter(({ what }) => what !== "not-read")).toEqual([]);
  expect((await onBoard(oncology))?.column).toBe("in-review");
});
