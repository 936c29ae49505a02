import { readdirSync } from "node:fs";
import { join } from "node:path";
import { deliveryStates } from "@consilium/database";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { z } from "zod";
import { demoId } from "../demo/demo-id.ts";
import {
  type ArchivedInstance,
  type ArchiveServer,
  type OtherAnswer,
  startArchiveServer,
} from "../testing/archive-server.ts";
import { auditOf, oncology, seatOf } from "../testing/demo-cases.ts";
import { newDelivery, sliceOf, untilDelivery } from "../testing/hand-over.ts";
import { startTestServer, type TestServer } from "../testing/start-test-server.ts";
import type { TestPerson } from "../testing/test-person.ts";
import { announce } from "../testing/tus-upload.ts";

vi.setConfig({ testTimeout: 120_000 });

const study = "2.25.1001";
const instances: ArchivedInstance[] = [];
/** What the archive says of its patient. */
const about: Record<string, unknown> = {};
let hospital: ArchiveServer;
let server: TestServer;
let referrer: TestPerson;
let born: string;
beforeAll(async () => {
  hospital = await startArchiveServer(instances, about);
  const { archive } = hospital;
  const archives = [
    { ...archive, organisations: [demoId("organisation", "sundvik")] },
    { ...archive, id: "elsewhere", organisations: ["another"] },
  ];
  server = await startTestServer({ archives });
  referrer = await server.as("referrer");
  const { body } = await referrer.ask(`/cases/${oncology}`);
  const Case = z.object({ patient: z.object({ born: z.string() }) });
  ({ born } = Case.parse(body).patient);
  names("Quintana^Marisol", born);
}, 90_000);
afterEach(() => {
  hospital.other = undefined;
  hospital.asked.length = 0;
});
afterAll(async () => {
  await server.close();
  await hospital.close();
});

function names(name: string, birthDate: string): void {
  about["00100010"] = { vr: "PN", Value: [{ Alphabetic: name }] };
  about["00100030"] = { vr: "DA", Value: [birthDate.replaceAll("-", "")] };
  about["00081030"] = { vr: "LO", Value: ["CT abdomen"] };
}

/** Slices that the archive has from now on. */
function archived(numbers: readonly number[], patient?: { name: string; birthDate: string }): void {
  const whose = patient ?? { name: "Quintana^Marisol", birthDate: born.replaceAll("-", "") };
  instances.length = 0;
  for (const at of numbers)
    instances.push({
      study,
      series: "2.25.1002",
      instance: `2.25.${2000 + at}`,
      file: sliceOf(at, whose),
    });
}

const at = (path: string) => `/cases/${oncology}/archives${path}`;
const pull = (person = referrer) => person.post(at("/northgate/pull"), { study });
const Begun = z.object({ id: z.string() });
const pulled = async () => Begun.parse((await pull()).body).id;
const until = (id: string, states: readonly string[] = ["done", "failed", "asking", "cancelled"]) =>
  untilDelivery(referrer, oncology, id, states);
const spooled = () => readdirSync(join(server.folder, "spool")).filter((name) => name.length === 26);
const requestsFor = (number: number) =>
  hospital.asked.filter((path) => path.endsWith(`/instances/2.25.${2000 + number}`)).length;
/** Another answer for one slice. */
const forSlice =
  (number: number, other: OtherAnswer): OtherAnswer =>
  (request, response) =>
    request.url?.endsWith(`/instances/2.25.${2000 + number}`) === true && other(request, response);

test("archives are named to whoever may ask them, and to nobody else", async () => {
  const named = async (login: string) => (await (await server.as(login)).ask(at(""))).body;
  const northgate = { items: [{ id: "northgate", name: "Northgate" }] };
  expect(await named("referrer")).toEqual(northgate);
  expect(await named("coordinator")).toEqual(northgate);
  for (const login of ["patient", "specialist"]) {
    expect(await named(login)).toEqual({ items: [] });
    const person = await server.as(login);
    const search = await person.post(at("/northgate/search"), { family: "Quintana" });
    expect([search.status, (await pull(person)).status]).toEqual([404, 404]);
  }
  expect((await referrer.post(at("/elsewhere/search"), { family: "Quintana" })).status).toBe(404);
  expect(hospital.asked).toEqual([]);
});

test("a search says what there is and whether it may be this case's patient; the audit says who looked, not for whom", async () => {
  archived([1, 2]);
  const search = () => referrer.post(at("/northgate/search"), { family: "Quintana", born });
  const found = await search();
  expect(found.status).toBe(200);
  expect(found.headers.get("cache-control")).toBe("no-store");
  expect(found.body).toMatchObject({
    items: [{ study, name: "Marisol Quintana", born, fits: true, description: "CT abdomen", images: 2 }],
    more: false,
  });
  names("Quintana^Marisol", "1999-01-01");
  expect((await search()).body).toMatchObject({ items: [{ fits: false }] });
  names("Quintana^Marisol", born);
  const rows = (await auditOf(server.open)).filter(({ subject }) => subject === "archive/northgate");
  expect(rows.map(({ act }) => act)).toEqual(["archive.searched", "read", "archive.searched", "read"]);
  expect(rows[0]?.body).toEqual({ by: ["family", "born"] });
  expect(JSON.stringify(rows)).not.toContain("Quintana");
});

test.each([
  [{}, 422, "search-too-wide"],
  [{ born: "1961-04-02", modality: "CT" }, 422, "search-too-wide"],
  [{ family: "Q" }, 400, "malformed-request"],
  [{ family: "Q*" }, 400, "malformed-request"],
  [{ family: "Quintana", born: "1961" }, 400, "malformed-request"],
  [{ family: "Quintana", address: "http://127.0.0.1" }, 400, "malformed-request"],
])("a search for %o asks nobody", async (terms, status, refusal) => {
  const answer = await referrer.post(at("/northgate/search"), terms);
  expect([answer.status, answer.body]).toEqual([status, expect.objectContaining({ refusal })]);
  expect(hospital.asked).toEqual([]);
});

test("what goes wrong while a person waits is said", async () => {
  hospital.other = (_request, response) => {
    response.writeHead(401).end();
    return true;
  };
  const search = await referrer.post(at("/northgate/search"), { family: "Quintana" });
  expect([search.status, search.body]).toEqual([
    502,
    expect.objectContaining({ refusal: "archive-refuses-us" }),
  ]);
  hospital.other = undefined;
  archived([]);
  expect((await pull()).body).toMatchObject({ refusal: "no-such-study" });
  const bad = await referrer.post(at("/northgate/pull"), { study: "../instances" });
  expect(bad.status).toBe(400);
});

test("a study is fetched and read as every delivery; again it is here already", async () => {
  archived([1, 2, 3]);
  const id = await pulled();
  const done = await until(id);
  const source = { archive: "northgate", name: "Northgate", study, description: "CT abdomen", date: null };
  expect(done).toMatchObject({ state: "done", files: 3, kept: 3, notRead: 0, source, problem: null });
  expect(done.outcomes.map(({ path, is }) => [path, is])).toEqual([
    ["2.25.1002/2.25.2001.dcm", "kept"],
    ["2.25.1002/2.25.2002.dcm", "kept"],
    ["2.25.1002/2.25.2003.dcm", "kept"],
  ]);
  const acts = (await auditOf(server.open)).filter(({ subject }) => subject === id);
  expect(acts.map(({ act }) => act)).toEqual(["delivery.begun", "delivery.fetched", "record.added"]);
  expect(acts[0]?.body).toEqual({ archive: "northgate" });
  const again = await until(await pulled());
  expect(again.outcomes.map(({ is }) => is)).toEqual(["duplicate", "duplicate", "duplicate"]);
  await expect.poll(spooled).toEqual([]);
});

test("a connection that breaks off is taken up again, and nothing is fetched twice", async () => {
  archived([11, 12, 13, 14, 15]);
  let broken = 0;
  hospital.other = forSlice(15, (_request, response) => {
    broken += 1;
    if (broken > 1) return false;
    setTimeout(() => response.destroy(), 1000);
    return true;
  });
  const done = await until(await pulled());
  expect(done).toMatchObject({ state: "done", kept: 5, notRead: 0 });
  expect([11, 12, 13, 14, 15].map(requestsFor)).toEqual([1, 1, 1, 1, 2]);
});

test("an archive that refuses in the middle ends it at once, and half a study is not kept", async () => {
  archived([21, 22, 23, 24]);
  hospital.other = forSlice(24, (_request, response) => {
    response.writeHead(403).end();
    return true;
  });
  const failed = await until(await pulled());
  expect(failed).toMatchObject({ state: "failed", problem: "credentials-refused", records: [] });
  expect(requestsFor(24)).toBe(1);
  await expect.poll(spooled).toEqual([]);
  hospital.other = undefined;
  expect(await until(await pulled())).toMatchObject({ state: "done", kept: 4 });
});

test("an archive that gives other images than it names ends it", async () => {
  archived([31, 32]);
  const [first, second] = instances;
  if (!first || !second) throw new Error("There are two");
  instances[1] = { ...second, file: first.file };
  expect(await until(await pulled())).toMatchObject({ state: "failed", problem: "other-instance" });
});

test("images of somebody else are asked about", async () => {
  archived([41], { name: "Weber^Jonas", birthDate: "19580201" });
  const asking = await until(await pulled());
  expect(asking.question?.map(({ name, fits }) => [name, fits])).toEqual([["Jonas Weber", false]]);
  await referrer.post(`/cases/${oncology}/deliveries/${asking.id}/cancel`);
});

/** An archive that has begun to answer and says nothing more. Resolves when nobody listens any more. */
function holding(number: number): Promise<void> {
  return new Promise((resolve) => {
    hospital.other = forSlice(number, (_request, response) => {
      response.on("close", resolve);
      return true;
    });
  });
}

test("what is on its way is not fetched twice, is not completed by others, and can be taken back", async () => {
  archived([51, 52, 53]);
  const ended = holding(53);
  const id = await pulled();
  await expect.poll(async () => (await until(id, deliveryStates)).arrived).toBe(2);
  expect(await until(id, deliveryStates)).toMatchObject({ state: "arriving", files: 3 });
  expect((await pull()).body).toMatchObject({ refusal: "study-on-its-way" });
  const complete = await referrer.post(`/cases/${oncology}/deliveries/${id}/complete`, { files: 2 });
  expect(complete.body).toMatchObject({ refusal: "not-now" });
  const file = { caseId: oncology, path: "a.txt", content: new Uint8Array(1), delivery: id };
  expect((await announce(referrer, file)).status).toBe(404);
  expect((await referrer.post(`/cases/${oncology}/deliveries/${id}/cancel`)).status).toBe(200);
  await ended;
  expect(await until(id)).toMatchObject({ state: "cancelled", records: [] });
  await expect.poll(spooled).toEqual([]);
});

test("a delivery of files has no archive", async () => {
  const id = newDelivery();
  await referrer.post(`/cases/${oncology}/deliveries`, { id });
  expect(await until(id, deliveryStates)).toMatchObject({ source: null, problem: null });
  await referrer.post(`/cases/${oncology}/deliveries/${id}/cancel`);
});

test("a right that ends stops it", async () => {
  archived([61, 62]);
  const ended = holding(62);
  const id = await pulled();
  const coordinator = await server.as("coordinator");
  const seen = (states: readonly string[]) => untilDelivery(coordinator, oncology, id, states);
  await expect.poll(async () => (await seen(deliveryStates)).arrived).toBe(1);
  const seat = await seatOf(server.open, oncology, "referrer");
  expect((await coordinator.post(`/cases/${oncology}/seats/${seat}/end`)).status).toBeLessThan(300);
  await ended;
  expect(await seen(["failed"])).toMatchObject({ problem: "right-ended", records: [] });
  await expect.poll(spooled).toEqual([]);
});
