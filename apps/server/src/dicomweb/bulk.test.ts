import { ctSlice, writeDicom, type WrittenElement } from "@consilium/interchange";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { oncology } from "../testing/demo-cases.ts";
import { handOver } from "../testing/hand-over.ts";
import { startTestServer, type TestServer } from "../testing/start-test-server.ts";
import type { TestPerson } from "../testing/test-person.ts";

vi.setConfig({ testTimeout: 60_000 });

const [study, series] = ["2.25.5001", "2.25.5002"];
const base = `/cases/${oncology}/dicomweb/studies/${study}/series/${series}`;

const slice = (number: number, others: readonly WrittenElement[], syntax?: string): Uint8Array =>
  writeDicom(
    [
      ...ctSlice({
        studyUid: study,
        seriesUid: series,
        instanceUid: `2.25.5100.${number}`,
        frameOfReference: "2.25.5003",
        patient: { name: "Anonymous", birthDate: "", id: "P1", sex: "F" },
        studyDate: "20261103",
        studyDescription: "Tables",
        seriesDescription: "Tables",
        seriesNumber: 1,
        instanceNumber: number,
        institution: "Northgate",
        bodyPart: "",
        rows: 2,
        columns: 2,
        position: [0, 0, number],
        pixelSpacing: [1, 1],
        thicknessMm: 1,
        rescale: { slope: 1, intercept: 0 },
        window: { center: 1, width: 2 },
        pixels: Int16Array.of(1, 2, 3, 4),
      }),
      ...others,
    ],
    syntax,
  );

const table: WrittenElement = {
  tag: 0x00281201,
  vr: "OW",
  value: Array.from({ length: 1000 }, (_, at) => at),
};

let server: TestServer;
let referrer: TestPerson;
beforeAll(async () => {
  server = await startTestServer();
  referrer = await server.as("referrer");
  await handOver(referrer, oncology, {
    "little.dcm": slice(1, [table]),
    "big.dcm": slice(2, [table], "1.2.840.10008.1.2.2"),
  });
}, 90_000);
afterAll(() => server.close());

const asked = (path: string) =>
  fetch(`${server.origin}/api${base}${path}`, { headers: { cookie: referrer.cookie } });

test("the metadata names where a long table is given, and there it is, little endian in any file", async () => {
  const { body } = await referrer.ask(`${base}/metadata`);
  expect(body).toMatchObject(
    [1, 2].map((number) => ({
      "00281201": { vr: "OW", BulkDataURI: `instances/2.25.5100.${number}/bulk/00281201` },
    })),
  );
  for (const number of [1, 2]) {
    const response = await asked(`/instances/2.25.5100.${number}/bulk/00281201`);
    expect(response.status).toBe(200);
    const words = new Uint16Array(await response.arrayBuffer());
    expect([...words]).toEqual(Array.from({ length: 1000 }, (_, at) => at));
  }
});

test("nothing else of a file is given there, and nothing to whoever may not read the case", async () => {
  expect((await asked("/instances/2.25.5100.1/bulk/7FE00010")).status).toBe(404);
  expect((await asked("/instances/2.25.5100.1/bulk/00281202")).status).toBe(404);
  const anonymous = await fetch(`${server.origin}/api${base}/instances/2.25.5100.1/bulk/00281201`);
  expect(anonymous.status).toBe(401);
});
