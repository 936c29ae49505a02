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

const contentOf = async (id: string | undefined) => {
  const answer = await referrer.ask(`/cases/${oncology}/records/${id}`);
  const record = recordSchema.parse(answer.body);
  if (record.kind !== "imaging-study") throw new Error("It is no study");
  return record.content;
};

test("a study says where slices seem to be missing, until they come", async () => {
  const some = await handOver(...slices(1, 2, 3, 6, 7));
  const lacking = await contentOf(some.records[0]);
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
      record.kind === "imaging-study" && record.content.studyUid === "2.25.1001" ? [record.content] : [],
    );
  expect(studies).toMatchObject([{ sameIdentifiers: 1 }, { sameIdentifiers: 1 }]);
});
