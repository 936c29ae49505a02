import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { z } from "zod";
import { oncology } from "../testing/demo-cases.ts";
import { handOver, sliceOf, untilDelivery } from "../testing/hand-over.ts";
import { type Orthanc, orthancIsMissing, startOrthanc } from "../testing/orthanc.ts";
import { startTestServer, type TestServer } from "../testing/start-test-server.ts";
import type { TestPerson } from "../testing/test-person.ts";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 90_000 });

const patient = { name: "Quintana^Marisol", birthDate: "" };
const slices = [1, 2, 3, 4, 5, 6].map((at) => sliceOf(at, patient));
const study = "2.25.1001";
const at = (path: string) => `/cases/${oncology}/archives/${path}`;

const Found = z.object({ items: z.array(z.looseObject({ study: z.string() })), more: z.boolean() });
const Records = z.object({
  items: z.array(z.looseObject({ id: z.string(), kind: z.string(), content: z.unknown() })),
});

describe.skipIf(orthancIsMissing !== undefined)(`against Orthanc ${orthancIsMissing ?? ""}`, () => {
  let orthanc: Orthanc;
  let server: TestServer;
  let referrer: TestPerson;
  beforeAll(async () => {
    orthanc = await startOrthanc();
    for (const body of slices) {
      const stored = await orthanc.ask("/instances", { method: "POST", body: Buffer.from(body) });
      if (!stored.ok) throw new Error(`Orthanc did not store it: ${stored.status}`);
    }
    const wrong = { ...orthanc.archive, id: "locked", authorization: "Basic eDp5" };
    server = await startTestServer({ archives: [orthanc.archive, wrong] });
    referrer = await server.as("referrer");
  });
  afterAll(async () => {
    await server.close();
    await orthanc.close();
  });

  const search = async (terms: Readonly<Record<string, string>>) =>
    Found.parse((await referrer.post(at("northgate/search"), terms)).body).items;

  const numbers = async (patientId: string) => (await search({ patientId })).map((one) => one["patientId"]);

  test("a study is found by the beginning of a name, by a number, by its date and kind, and not by others", async () => {
    const [found, ...others] = await search({ family: "quin", given: "Mari" });
    expect(others).toEqual([]);
    expect(found).toMatchObject({
      study,
      name: "Marisol Quintana",
      born: null,
      fits: true,
      patientId: "P1",
      date: "2026-11-03",
      description: "CT abdomen",
      modalities: ["CT"],
      images: 6,
    });
    const dated = { patientId: "P1", from: "2026-11-01", to: "2026-11-30", modality: "CT" };
    expect(await search(dated)).toHaveLength(1);
    for (const terms of [
      { family: "Quintero" },
      { patientId: "P2" },
      { patientId: "P1", from: "2026-11-04" },
      { patientId: "P1", modality: "MR" },
    ])
      expect(await search(terms)).toEqual([]);
  });

  test("wrong credentials and a study that it has not are said", async () => {
    const locked = await referrer.post(at("locked/search"), { family: "Quintana" });
    expect(locked.body).toMatchObject({ refusal: "archive-refuses-us" });
    const other = await referrer.post(at("northgate/pull"), { study: "2.25.9" });
    expect(other.body).toMatchObject({ refusal: "no-such-study" });
  });

  test("a number with a space is found, and another number in its place is not", async () => {
    for (const id of ["ABC 123", "ABC-123"])
      await orthanc.ask("/instances", { method: "POST", body: Buffer.from(sliceOf(9, { ...patient, id })) });
    expect(await numbers("ABC 123")).toEqual(["ABC 123"]);
    expect(await numbers("ABC-123")).toEqual(["ABC-123"]);
    expect(await numbers("ABC+123")).toEqual([]);
    expect(await numbers("ABC_123")).toEqual([]);
    const stored = z.array(z.string()).parse(await (await orthanc.ask("/studies")).json());
    for (const one of stored) {
      const about = JSON.stringify(await (await orthanc.ask(`/studies/${one}`)).json());
      if (about.includes("ABC")) await orthanc.ask(`/studies/${one}`, { method: "DELETE" });
    }
  });

  test("what is fetched is what was stored: the same record, the same bytes", async () => {
    const begun = await referrer.post(at("northgate/pull"), { study });
    expect(begun.status).toBe(202);
    const { id } = z.object({ id: z.string() }).parse(begun.body);
    const done = await untilDelivery(referrer, oncology, id, ["done", "failed", "asking"]);
    expect(done).toMatchObject({ state: "done", kept: 6, notRead: 0, problem: null });
    const { items } = Records.parse((await referrer.ask(`/cases/${oncology}/records?limit=200`)).body);
    const record = items.find((one) => one.id === done.records[0]);
    expect(record).toMatchObject({
      kind: "imaging-study",
      content: { series: [{ instances: 6, frames: 6 }] },
    });
    // The same files by hand: nothing of them is new.
    const files = Object.fromEntries(slices.map((file, place) => [`hand/${place}`, file]));
    const byHand = await handOver(referrer, oncology, files);
    expect(byHand.outcomes.map(({ is }) => is)).toEqual(slices.map(() => "duplicate"));
    for (const [place, file] of slices.entries()) {
      const frame = await frameOf(referrer, `2.25.${2001 + place}`);
      expect(frame.equals(Buffer.from(file).subarray(-frame.length))).toBe(true);
    }
  });
});

/** The bytes of its only frame, out of the answer's only part. */
async function frameOf({ origin, cookie }: TestPerson, instance: string): Promise<Buffer> {
  const path = `/api/cases/${oncology}/dicomweb/studies/${study}/series/2.25.1002/instances/${instance}/frames/1`;
  const response = await fetch(origin + path, { headers: { cookie } });
  expect(response.status).toBe(200);
  const message = Buffer.from(await response.arrayBuffer());
  const [from, end] = [message.indexOf("\r\n\r\n") + 4, message.lastIndexOf("\r\n--")];
  const frame = message.subarray(from, end);
  expect(frame).toHaveLength(8 * 8 * 2);
  return frame;
}
