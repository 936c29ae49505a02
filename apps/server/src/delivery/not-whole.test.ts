import { recordSchema } from "@consilium/clinical";
import { z } from "@hono/zod-openapi";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { oncology } from "../testing/demo-cases.ts";
import { handOver as handOverAs, sliceOf } from "../testing/hand-over.ts";
import { startTestServer, type TestServer } from "../testing/start-test-server.ts";
import type { TestPerson } from "../testing/test-person.ts";

vi.setConfig({ testTimeout: 120_000 });

let server: TestServer;
let referrer: TestPerson;
beforeAll(async () => {
  server = await startTestServer();
  referrer = await server.as("referrer");
}, 60_000);
afterAll(() => server.close());

const handOver = (...slices: readonly (readonly [path: string, file: Uint8Array])[]) =>
  handOverAs(referrer, oncology, Object.fromEntries(slices));

const slices = (...numbers: readonly number[]) =>
  numbers.map((number) => [`${number}.dcm`, sliceOf(number)] as const);

const Metadata = z.array(
  z.looseObject({
    "00200013": z.object({ Value: z.tuple([z.number()]) }),
    "00091001": z.object({ Value: z.tuple([z.string()]) }),
  }),
);

/** Of the pictures that a record has of the study that is handed over here. */
async function picturesOf(record: string | undefined) {
  const series = `studies/2.25.1001;record=${record}/series/2.25.1002`;
  const answer = await referrer.ask(`/cases/${oncology}/dicomweb/${series}/metadata`);
  return answer.status === 200 ? Metadata.parse(answer.body) : [];
}

const numbersOf = async (record: string | undefined): Promise<readonly number[]> =>
  (await picturesOf(record)).map((one) => one["00200013"].Value[0]).toSorted((a, b) => a - b);

const digestOf = async (record: string, number: number): Promise<string | undefined> =>
  (await picturesOf(record)).find((one) => one["00200013"].Value[0] === number)?.["00091001"].Value[0];

/** The record that the study was at first. */
let before: string | undefined;

const contentOf = async (id: string | undefined) => {
  const answer = await referrer.ask(`/cases/${oncology}/records/${id}`);
  const record = recordSchema.parse(answer.body);
  if (record.kind !== "imaging-study") throw new Error("It is no study");
  return record.content;
};

test("a study says where slices seem to be missing, until they come", async () => {
  const some = await handOver(...slices(1, 2, 3, 6, 7));
  [before] = some.records;
  const lacking = await contentOf(before);
  expect(lacking.series[0]?.gaps).toEqual([{ after: 3, before: 4, missing: 2 }]);
  const rest = await handOver(...slices(4, 5));
  const whole = await contentOf(rest.records[0]);
  expect(whole.series[0]).toMatchObject({ instances: 7 });
  expect(whole.series[0]).not.toHaveProperty("gaps");
});

test("a picture that comes once more with other pixels is kept apart, and both studies say so", async () => {
  const other = sliceOf(3);
  other[other.length - 1] = 7;
  const done = await handOver(["again/3.dcm", other]);
  expect(done.outcomes).toMatchObject([{ is: "kept" }]);
  const all = await referrer.ask(`/cases/${oncology}/records?limit=200`);
  const studies = z
    .object({ items: z.array(recordSchema) })
    .parse(all.body)
    .items.flatMap((record) =>
      record.kind === "imaging-study" && record.content.studyUid === "2.25.1001" ? [record] : [],
    );
  expect(studies.map(({ content }) => content.sameIdentifiers)).toEqual([1, 1]);
  const numbers = await Promise.all(studies.map(({ id }) => numbersOf(id)));
  const [whole, version] = numbers.toSorted((a, b) => b.length - a.length);
  expect(whole).toEqual([1, 2, 3, 4, 5, 6, 7]);
  expect(version).toEqual([3]);
  // Who names the record has its own picture; of the record that this study was before, the same as of what it is now.
  const digests = await Promise.all(studies.map(({ id }) => digestOf(id, 3)));
  expect(new Set(digests).size).toBe(2);
  expect(await numbersOf(before)).toEqual(whole);
  expect(await numbersOf("01K00000000000000000000000")).toEqual([]);
});
