import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { oncology, spine } from "../testing/demo-cases.ts";
import { startTestServer, type TestServer } from "../testing/start-test-server.ts";
import type { TestPerson } from "../testing/test-person.ts";
import { CaseGap, NextConference } from "./case-schemas.ts";

let server: TestServer;
let coordinator: TestPerson;
let blind: TestPerson;
beforeAll(async () => {
  server = await startTestServer();
  coordinator = await server.as("coordinator");
  blind = await server.as("second.specialist");
}, 120_000);
afterAll(() => server.close());

const List = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      state: z.string(),
      missing: z.array(CaseGap),
      conference: NextConference.nullable(),
    }),
  ),
  next: z.string().nullable(),
});

const listFor = async (person: TestPerson, words = "", more = "") =>
  List.parse((await person.ask(`/cases?words=${encodeURIComponent(words)}${more}`)).body);
const find = async (person: TestPerson, words: string) =>
  (await listFor(person, words)).items.map(({ id }) => id);

test.for([
  ["the patient's name, with accents that it does not have and in capitals", "NGÓZI obi", [spine]],
  ["the number", "cn-4821", [oncology]],
  ["the title, by the beginning of a word", "metas", [oncology]],
  ["the first question", "removed surgery", [oncology]],
  ["the specialty", "spine", [spine]],
  ["somebody of the case, without their accents", "akerblom lena", [spine]],
  ["nothing where one word is missing", "metastases heart", []],
  ["nothing in the middle of a word", "tastases", []],
] as const)("a case is found by %s", async ([, words, found]) => {
  expect(await find(coordinator, words)).toEqual(found);
});

test("words of punctuation alone look for nothing and show all; a search of many pages goes on where it stood", async () => {
  expect((await find(coordinator, " … ")).length).toBe((await find(coordinator, "")).length);
  const all = await find(coordinator, "quintana");
  expect(all.length).toBeGreaterThan(1);
  const first = await listFor(coordinator, "quintana", "&limit=1");
  const second = await listFor(coordinator, "quintana", `&limit=1&after=${first.next}`);
  expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(all);
});

test("whoever reads blind finds a case by what they are shown, and not by its title", async () => {
  expect(await find(coordinator, "fusion")).toContain(spine);
  expect(await find(blind, "fusion")).not.toContain(spine);
  expect(await find(blind, "obi-lindqvist")).toContain(spine);
});

const gaps = async (person: TestPerson, id: string) =>
  (await listFor(person)).items.find((item) => item.id === id)?.missing ?? [];

test("what a case waits for says what it blocks, to clinicians and the coordinator alone", async () => {
  const specialist = await server.as("spine.specialist");
  const seen = await gaps(specialist, spine);
  expect(seen.some(({ state, asked, blocks }) => state === "asked" && asked !== null && blocks)).toBe(true);
  expect(await gaps(coordinator, spine)).toEqual(seen);
  const unsaid = await gaps(blind, spine);
  expect(unsaid.length).toBeGreaterThan(0);
  expect(unsaid.map(({ blocks }) => blocks).filter(Boolean)).toEqual([]);
});

const conferenceFor = async (person: TestPerson) =>
  (await listFor(person)).items.find(({ id }) => id === spine)?.conference;

test("the next conference of a case stands in the list of whoever may come to it, as long as it is to come", async () => {
  const specialist = await server.as("spine.specialist");
  expect(await conferenceFor(specialist)).toBeNull();
  const startsAt = new Date(Date.now() + 3_600_000).toISOString();
  const called = await specialist.post(`/cases/${spine}/conferences`, { startsAt, minutes: 30, invited: [] });
  const { conference } = z.object({ conference: z.string() }).parse(called.body);
  for (const person of [specialist, coordinator])
    expect(await conferenceFor(person)).toEqual({ live: false, startsAt });
  expect(await conferenceFor(blind)).toBeNull();
  await specialist.post(`/cases/${spine}/conferences/${conference}/cancel`);
  expect(await conferenceFor(specialist)).toBeNull();
});

test("a core record of the specialty that nobody asked for is awaited too, until the case is signed", async () => {
  const specialist = await server.as("spine.specialist");
  const change = (what: string) =>
    server.open.query(`update clinical_case set ${what} where id = $1`, [spine]);
  const unasked = async () =>
    (await listFor(specialist)).items
      .filter(({ id }) => id === spine)
      .flatMap(({ missing }) => missing.filter(({ asked }) => asked === null));
  expect(await unasked()).toEqual([]);
  await change("specialty = 'cardiology', state = 'gathering-records'");
  expect(await unasked()).toContainEqual({
    what: null,
    type: "ecg",
    state: "missing",
    absent: [],
    asked: null,
    blocks: "Without the tracing nobody can judge rhythm, conduction and signs of ischaemia for themselves.",
  });
  const patient = await server.as("second.patient");
  expect(await gaps(patient, spine)).toContainEqual(expect.objectContaining({ type: "ecg", blocks: null }));
  await change("state = 'signed'");
  expect(await unasked()).toEqual([]);
});
