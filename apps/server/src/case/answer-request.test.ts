import { createUlid, secureRandom } from "@consilium/foundation";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { z } from "zod";
import { auditOf, oncology } from "../testing/demo-cases.ts";
import { handOver, sliceOf } from "../testing/hand-over.ts";
import { startTestServer, type TestServer } from "../testing/start-test-server.ts";
import type { TestPerson } from "../testing/test-person.ts";

vi.setConfig({ testTimeout: 60_000 });

const on = `/cases/${oncology}`;
let server: TestServer;
let coordinator: TestPerson;
beforeAll(async () => {
  server = await startTestServer();
  coordinator = await server.as("coordinator");
}, 60_000);
afterAll(() => server.close());

async function asked(what: string): Promise<string> {
  const { body } = await coordinator.post(`${on}/requests`, { what });
  return z.object({ request: z.string() }).parse(body).request;
}

const Detail = z.object({
  seat: z.object({ id: z.string() }),
  requests: z.array(
    z.object({
      id: z.string(),
      state: z.string(),
      what: z.string(),
      answered: z.string().nullable(),
      answeredBy: z.string().nullable(),
    }),
  ),
});
const detailOf = async () => Detail.parse((await coordinator.ask(on)).body);
const requestOf = async (request: string) => (await detailOf()).requests.find(({ id }) => id === request);
const stateOf = async (request: string) => (await requestOf(request))?.state;

const answer = (person: TestPerson, request: string, state: string, record?: string) =>
  person.post(`${on}/requests/${request}/answer`, { state, ...(record !== undefined && { record }) });

test("a record that comes answers no request before a person says that it is the one", async () => {
  const request = await asked("CT abdomen");
  const { records } = await handOver(coordinator, oncology, { "CT/1": sliceOf(1) });
  expect(await stateOf(request)).toBe("open");
  expect((await answer(coordinator, request, "here", records[0])).body).toEqual({ state: "here" });
  expect(await stateOf(request)).toBe("here");
  const said = (await auditOf(server.open)).findLast(({ act }) => act === "record.request-answered");
  expect(said).toMatchObject({ subject: request, body: { state: "here", record: records[0] } });
});

test("an answer is taken back, and what cannot be had is said", async () => {
  const request = await asked("MRI of the liver");
  expect((await answer(coordinator, request, "open")).body).toMatchObject({ refusal: "already-so" });
  await answer(coordinator, request, "unavailable");
  expect(await stateOf(request)).toBe("unavailable");
  await answer(coordinator, request, "open");
  expect(await stateOf(request)).toBe("open");
});

test("who may not ask for records answers none; requests and records that are not there are refused", async () => {
  const request = await asked("Letters");
  const unknown = createUlid(Date.now(), secureRandom);
  expect((await answer(await server.as("patient"), request, "here")).body).toMatchObject({
    refusal: "no-right",
  });
  expect((await answer(coordinator, unknown, "here")).body).toMatchObject({ refusal: "no-such-request" });
  expect((await answer(coordinator, request, "here", "gone")).body).toMatchObject({
    refusal: "no-such-record",
  });
  expect((await answer(coordinator, request, "perhaps")).body).toMatchObject({
    refusal: "malformed-request",
  });
});

test("that this case needs no such record is said with who and when, is in the audit, and is taken back", async () => {
  const request = await asked("Mammography");
  expect(await requestOf(request)).toMatchObject({ answered: null, answeredBy: null });
  expect((await answer(coordinator, request, "not-applicable")).body).toEqual({ state: "not-applicable" });
  const { seat } = await detailOf();
  expect(await requestOf(request)).toMatchObject({
    what: "Mammography",
    state: "not-applicable",
    answered: expect.any(String),
    answeredBy: seat.id,
  });
  const said = (await auditOf(server.open)).findLast(({ act }) => act === "record.request-answered");
  expect(said).toMatchObject({ subject: request, body: { state: "not-applicable" } });
  const Gap = z.object({ what: z.string().nullable(), state: z.string() });
  const List = z.object({ items: z.array(z.object({ id: z.string(), missing: z.array(Gap) })) });
  const missingOf = async () =>
    List.parse((await coordinator.ask("/cases")).body).items.find(({ id }) => id === oncology)?.missing ?? [];
  expect((await missingOf()).map(({ what }) => what)).not.toContain("Mammography");
  await answer(coordinator, request, "open");
  expect(await requestOf(request)).toMatchObject({ state: "open", answered: null, answeredBy: null });
  expect(await missingOf()).toContainEqual(expect.objectContaining({ what: "Mammography", state: "asked" }));
});
