import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { auditOf, spine } from "../testing/demo-cases.ts";
import { startTestServer, type TestServer } from "../testing/start-test-server.ts";
import type { TestPerson } from "../testing/test-person.ts";

let server: TestServer;
let coordinator: TestPerson;
let patient: TestPerson;
let author: TestPerson;
let blind: TestPerson;
const path = `/cases/${spine}/seats`;
beforeAll(async () => {
  server = await startTestServer();
  [coordinator, patient, author, blind] = await Promise.all([
    server.as("coordinator"),
    server.as("second.patient"),
    server.as("spine.specialist"),
    server.as("second.specialist"),
  ]);
}, 60_000);
afterAll(() => server.close());

const Person = z.object({
  seat: z.string(),
  name: z.string(),
  role: z.string(),
  mode: z.string().nullable(),
  scopes: z.array(z.string()).nullable(),
  since: z.iso.datetime(),
  until: z.iso.datetime().nullable(),
  ended: z.boolean(),
  mayEnd: z.boolean(),
});
const Seats = z.object({ items: z.array(Person), mayGive: z.array(z.string()) });
const seats = async (who: TestPerson) => Seats.parse((await who.ask(path)).body);
const modesOf = (people: readonly { readonly role: string; readonly mode: string | null }[]) =>
  people.flatMap(({ role, mode }) => (role === "specialist" ? [mode] : []));
const inCase = async (who: TestPerson) =>
  z
    .object({ people: z.array(Person.pick({ role: true, mode: true })) })
    .parse((await who.ask(`/cases/${spine}`)).body).people;

test("that somebody reads blind is told to them and to who coordinates, and to nobody else", async () => {
  for (const who of [coordinator, blind]) {
    expect(modesOf((await seats(who)).items)).toContain("blind");
    expect(modesOf(await inCase(who))).toContain("blind");
  }
  for (const who of [patient, author]) {
    expect(new Set(modesOf((await seats(who)).items))).toEqual(new Set(["author", null]));
    expect(new Set(modesOf(await inCase(who)))).toEqual(new Set(["author", null]));
  }
});

test("each is told whom they may let in and whose place they may end", async () => {
  const beside = ["proxy", "referrer", "care-team"];
  expect((await seats(patient)).mayGive).toEqual(beside);
  expect((await seats(author)).mayGive).toEqual([]);
  expect((await seats(coordinator)).mayGive).not.toContain("guest");
  const { items } = await seats(patient);
  expect(items.filter(({ mayEnd }) => mayEnd).every(({ role }) => beside.includes(role))).toBe(true);
  expect((await seats(author)).items.some(({ mayEnd }) => mayEnd)).toBe(false);
});

test("how far a proxy goes is told to the patient and who coordinates; an ended place stays with its day", async () => {
  const given = { email: "patient@demo.test", role: "proxy", scopes: ["read", "ask"], basis: "Her sister" };
  const { seat } = z.object({ seat: z.string() }).parse((await patient.post(path, given)).body);
  const proxyFor = async (who: TestPerson) => (await seats(who)).items.find((found) => found.seat === seat);
  expect(await proxyFor(patient)).toMatchObject({ scopes: ["read", "ask"], until: null, mayEnd: true });
  expect(await proxyFor(coordinator)).toMatchObject({ scopes: ["read", "ask"] });
  expect(await proxyFor(author)).toMatchObject({ scopes: null });
  expect(await proxyFor(await server.as("patient"))).toMatchObject({
    scopes: ["read", "ask"],
    mayEnd: false,
  });
  const text = (await author.ask(path)).text;
  for (const hidden of ["Her sister", "@demo.test"]) expect(text).not.toContain(hidden);
  expect((await patient.post(`${path}/${seat}/end`)).status).toBe(200);
  expect(await proxyFor(patient)).toMatchObject({ ended: true, until: expect.any(String), mayEnd: false });
  expect((await (await server.as("patient")).ask(path)).body).toMatchObject({ refusal: "seat-ended" });
  expect(
    (await auditOf(server.open)).some(({ act, subject }) => act === "read" && subject === "people"),
  ).toBe(true);
});
