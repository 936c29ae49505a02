import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { z } from "zod";
import { auditOf, oncology, spine } from "../testing/demo-cases.ts";
import { startTestServer, type TestServer } from "../testing/start-test-server.ts";
import type { TestPerson } from "../testing/test-person.ts";

vi.setConfig({ testTimeout: 60_000 });

let server: TestServer;
let coordinator: TestPerson;
beforeAll(async () => {
  server = await startTestServer();
  coordinator = await server.as("coordinator");
}, 60_000);
afterAll(() => server.close());

const Detail = z.object({
  seat: z.object({ id: z.string() }),
  people: z.array(z.object({ seat: z.string(), role: z.string() })),
  commands: z.array(z.string()),
  requests: z.array(z.looseObject({ id: z.string(), what: z.string(), state: z.string() })),
  inventory: z.array(
    z.object({
      id: z.string(),
      what: z.string().nullable(),
      said: z
        .object({ state: z.string(), because: z.string().nullable(), record: z.string().nullable() })
        .nullable(),
    }),
  ),
});
const detailFor = async (person: TestPerson, caseId = oncology) =>
  Detail.parse((await person.ask(`/cases/${caseId}`)).body);
const seatWith = async (role: string, caseId = oncology) =>
  (await detailFor(coordinator, caseId)).people.find((person) => person.role === role)?.seat ?? "";

const ask = async (wanted: object, caseId = oncology) =>
  z.object({ request: z.string() }).parse((await coordinator.post(`/cases/${caseId}/requests`, wanted)).body)
    .request;
const answer = (person: TestPerson, request: string, said: object) =>
  person.post(`/cases/${oncology}/requests/${request}/answer`, said);
const say = (person: TestPerson, item: string, said: object, caseId = oncology) =>
  person.post(`/cases/${caseId}/inventory/${item}`, said);

test("the patient who is asked sees it, and answers in their own words; another of the case does not", async () => {
  const patient = await server.as("patient");
  const of = await seatWith("patient");
  const request = await ask({
    what: "Letter of the family doctor",
    of,
    message: "The last one",
    why: "Secret",
  });
  const seen = (await detailFor(patient)).requests.find(({ id }) => id === request);
  expect(seen).toMatchObject({
    of,
    message: "The last one",
    why: null,
    state: "open",
    by: expect.any(String),
  });
  expect((await detailFor(patient)).commands).toContain("answer a request");
  const said = { state: "unavailable", because: "The practice has closed." };
  expect((await answer(patient, request, said)).body).toEqual({ state: "unavailable" });
  const after = (await detailFor(await server.as("specialist"))).requests.find(({ id }) => id === request);
  expect(after).toMatchObject({ state: "unavailable", answer: said.because, answeredBy: of, why: "Secret" });
});

test("whoever is not asked, or only asked somebody else, is refused", async () => {
  const patient = await server.as("patient");
  const request = await ask({ what: "Images of 2019", of: await seatWith("referrer") });
  expect((await answer(patient, request, { state: "here" })).body).toMatchObject({ refusal: "no-right" });
  expect((await answer(await server.as("referrer"), request, { state: "here" })).status).toBe(200);
});

test("nobody is asked who is not beside the patient, and of one item there is one open request", async () => {
  const post = (wanted: object) =>
    coordinator.post(`/cases/${oncology}/requests`, { what: "Any", ...wanted });
  expect((await post({ of: await seatWith("specialist") })).body).toMatchObject({ refusal: "no-such-seat" });
  const elsewhere = await seatWith("patient", spine);
  expect((await post({ of: elsewhere })).body).toMatchObject({ refusal: "no-such-seat" });
  const first = await ask({ what: "Germline test", item: "germline" });
  expect((await post({ item: "germline" })).body).toMatchObject({ refusal: "already-so" });
  await answer(coordinator, first, { state: "unavailable" });
  expect((await post({ item: "germline" })).status).toBe(201);
});

test("that a type of record is not needed is said by whoever may ask, is in the audit, and is taken back", async () => {
  const because = "There was none.";
  const of = async (item: string) =>
    (await detailFor(coordinator)).inventory.find(({ id }) => id === item)?.said;
  expect((await say(await server.as("patient"), "markers", { state: "unavailable" })).body).toMatchObject({
    refusal: "no-right",
  });
  expect((await say(coordinator, "markers", { state: "unavailable", because })).body).toEqual({
    state: "unavailable",
  });
  expect(await of("markers")).toMatchObject({ state: "unavailable", because });
  expect((await auditOf(server.open)).findLast(({ act }) => act === "record.item-said")).toMatchObject({
    subject: "markers",
    body: { state: "unavailable" },
  });
  expect((await say(coordinator, "markers", { state: "unavailable" })).body).toMatchObject({
    refusal: "already-so",
  });
  await say(coordinator, "markers", { state: null });
  expect(await of("markers")).toBeNull();
  // Of another specialty's list, and of none.
  for (const item of ["eeg", "nothing"])
    expect((await say(coordinator, item, { state: "here" })).body).toMatchObject({
      refusal: "no-such-record",
    });
  expect((await say(coordinator, "markers", { state: "here", record: "gone" })).body).toMatchObject({
    refusal: "no-such-record",
  });
});

test("the case keeps what else it says of itself when an item is spoken of", async () => {
  const titleOf = async () =>
    z.object({ title: z.string() }).parse((await coordinator.ask(`/cases/${spine}`)).body).title;
  const before = await titleOf();
  await say(coordinator, "bone-density", { state: null }, spine);
  expect(await titleOf()).toBe(before);
});

test("whoever reads blind hears what is asked for, and neither the words around it nor that a thing is here", async () => {
  const secret = "Zirconium";
  await ask({ what: "Letters", of: await seatWith("referrer", spine), why: secret, message: secret }, spine);
  await say(coordinator, "nerve-conduction", { state: "here" }, spine);
  await say(coordinator, "conservative-care", { state: "unavailable", because: secret }, spine);
  const blind = await server.as("second.specialist");
  const { text } = await blind.ask(`/cases/${spine}`);
  expect(text).not.toContain(secret);
  const { inventory, requests, commands } = await detailFor(blind, spine);
  expect(requests.map(({ what }) => what)).toContain("Letters");
  expect(commands).not.toContain("request a record");
  expect(inventory.find(({ id }) => id === "nerve-conduction")?.said).toBeNull();
  expect(inventory.find(({ id }) => id === "conservative-care")?.said).toMatchObject({
    state: "unavailable",
  });
  expect(inventory.some(({ said }) => said?.state === "here")).toBe(false);
  expect((await coordinator.ask(`/cases/${spine}`)).text).toContain(secret);
});
