import { ctSlice, writeDicom, type WrittenElement } from "@consilium/interchange";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { auditOf, oncology } from "../testing/demo-cases.ts";
import { handOver, sliceOf } from "../testing/hand-over.ts";
import { startTestServer, type TestServer } from "../testing/start-test-server.ts";
import type { TestPerson } from "../testing/test-person.ts";

vi.setConfig({ testTimeout: 60_000 });

const series = "/2.25.1001/series/2.25.1002";
const slice = `${series}/instances/2.25.2002`;
let server: TestServer;
let referrer: TestPerson;
let record: string;

const text = (tag: number, vr: string, value: string): WrittenElement => ({ tag, vr, value });

/** Two frames, one dark and one light, or one that is compressed in a way that is not undone. */
function secondary(instance: string, pixels: WrittenElement, transferSyntax?: string): Uint8Array {
  return writeDicom(
    [
      text(0x00080016, "UI", "1.2.840.10008.5.1.4.1.1.7"),
      text(0x00080018, "UI", `2.25.4003.${instance}`),
      text(0x00080060, "CS", "OT"),
      text(0x0020000d, "UI", "2.25.4001"),
      text(0x0020000e, "UI", `2.25.4002.${instance}`),
      text(0x00280004, "CS", "MONOCHROME2"),
      text(0x00280008, "IS", "fragments" in pixels ? "1" : "2"),
      { tag: 0x00280010, vr: "US", value: [4] },
      { tag: 0x00280011, vr: "US", value: [8] },
      { tag: 0x00280100, vr: "US", value: [8] },
      { tag: 0x00280101, vr: "US", value: [8] },
      { tag: 0x00280103, vr: "US", value: [0] },
      pixels,
    ],
    transferSyntax,
  );
}

const frames = Uint8Array.from({ length: 64 }, (_, at) => (at < 32 ? 30 : 220));
const files = {
  "SC/two.dcm": secondary("1", { tag: 0x7fe00010, vr: "OB", value: frames }),
  "SC/jpeg2000.dcm": secondary(
    "2",
    { tag: 0x7fe00010, fragments: [new Uint8Array(), Uint8Array.of(0xff, 0x4f, 0xff, 0x51)] },
    "1.2.840.10008.1.2.4.90",
  ),
};

beforeAll(async () => {
  server = await startTestServer();
  referrer = await server.as("referrer");
  const slices = [3, 1, 2].map((at) => [`CT/${at}`, sliceOf(at)] as const);
  const done = await handOver(referrer, oncology, Object.fromEntries(slices));
  record = done.records[0] ?? "";
  await handOver(referrer, oncology, files);
}, 90_000);
afterAll(() => server.close());

const asked = (person: TestPerson, path: string, accept = "image/png") =>
  fetch(`${server.origin}/api/cases/${oncology}/dicomweb/studies${path}`, {
    headers: { cookie: person.cookie, accept },
  });

const picture = async (path: string, accept?: string) => {
  const response = await asked(referrer, path, accept);
  expect([path, response.status]).toEqual([path, 200]);
  return Buffer.from(await response.arrayBuffer());
};

const firstLevel = async (content: Buffer) => (await sharp(content).extractChannel(0).raw().toBuffer())[0];

describe("a picture of a frame", () => {
  test("has the size of the frame, and no cache keeps it", async () => {
    const response = await asked(referrer, `${slice}/rendered`, "image/jpeg");
    expect(response.headers.get("content-type")).toBe("image/jpeg");
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(response.headers.get("content-security-policy")).toContain("sandbox");
    const content = Buffer.from(await response.arrayBuffer());
    expect(content).toHaveLength(Number(response.headers.get("content-length")));
    expect(await sharp(content).metadata()).toMatchObject({ format: "jpeg", width: 8, height: 8 });
  });

  test("is shown by the window, in the viewport", async () => {
    const path = `${slice}/frames/1/rendered?viewport=4,4`;
    const dark = await picture(`${path}&window=1000,10,linear`);
    expect(await sharp(dark).metadata()).toMatchObject({ format: "png", width: 4, height: 4 });
    expect(await firstLevel(dark)).toBe(0);
    expect(await firstLevel(await picture(`${path}&window=-3000,10,linear`))).toBe(255);
  });

  test("is of the frame that was asked for; of an instance it is the first", async () => {
    const path = "/2.25.4001/series/2.25.4002.1/instances/2.25.4003.1";
    expect(await firstLevel(await picture(`${path}/frames/2/rendered`))).toBe(220);
    expect(await firstLevel(await picture(`${path}/rendered`))).toBe(30);
    expect((await asked(referrer, `${path}/frames/3/rendered`)).status).toBe(404);
    expect((await asked(referrer, `${path}/frames/0/rendered`)).status).toBe(400);
  });

  test("of a series is the slice in its middle, and small as a thumbnail", async () => {
    const window = "window=-1020,10,linear";
    const middle = await picture(`${series}/rendered?${window}`);
    expect(middle).toEqual(await picture(`${slice}/rendered?${window}`));
    const small = await sharp(await picture(`${series}/thumbnail`)).metadata();
    expect([small.width, small.height]).toEqual([176, 176]);
  });

  test("of a study is the middle of its longest series; an instance has a small one too", async () => {
    expect(await picture("/2.25.1001/rendered")).toEqual(await picture(`${series}/rendered`));
    expect(await picture("/2.25.1001/thumbnail")).toEqual(await picture(`${series}/thumbnail`));
    expect(await picture(`${slice}/thumbnail`)).toEqual(await picture(`${series}/thumbnail`));
    expect((await asked(referrer, "/2.25.9/rendered")).status).toBe(404);
  });
});

const refusal = async (path: string, accept?: string) => {
  const response = await asked(referrer, path, accept);
  return [response.status, await response.json()];
};

describe("no picture, and why", () => {
  test("for who takes neither JPEG nor PNG", async () => {
    expect(await refusal(`${slice}/rendered`, "application/dicom")).toEqual([
      406,
      expect.objectContaining({ refusal: "not-acceptable" }),
    ]);
  });
  test("where a parameter makes no sense", async () => {
    expect(await refusal(`${slice}/rendered?window=40,0,linear`)).toEqual([
      400,
      { refusal: "wrong-parameter", sentence: expect.stringContaining("40,400,linear") },
    ]);
    expect(await refusal(`${slice}/rendered?viewport=9000,1`)).toEqual([
      400,
      { refusal: "wrong-parameter", sentence: expect.stringContaining("4096") },
    ]);
  });
  test("where the frame is compressed in a way that is not undone", async () => {
    const path = "/2.25.4001/series/2.25.4002.2";
    for (const of of [`${path}/thumbnail`, `${path}/instances/2.25.4003.2/rendered`])
      expect(await refusal(of)).toEqual([
        406,
        { refusal: "not-rendered", sentence: expect.stringContaining("not drawn here") },
      ]);
  });
  test("where there is no such series or instance", async () => {
    expect((await refusal("/2.25.1001/series/2.25.9/thumbnail"))[0]).toBe(404);
    expect((await refusal(`${series}/instances/2.25.9/rendered`))[0]).toBe(404);
  });
});

test("what reveals the first opinion has no picture for whoever reads blind, and looking is booked", async () => {
  const paths = [
    `${series}/thumbnail`,
    `${series}/rendered`,
    `${slice}/rendered`,
    `${slice}/frames/1/rendered`,
  ];
  const coordinator = await server.as("coordinator");
  await coordinator.post(`/cases/${oncology}/records/${record}/revealing`, { revealing: true });
  const admin = await server.as("admin");
  for (const path of paths) {
    expect([path, (await asked(referrer, path)).status]).toEqual([path, 200]);
    expect([path, (await asked(admin, path)).status]).toEqual([path, 404]);
    const anonymous = await fetch(`${server.origin}/api/cases/${oncology}/dicomweb/studies${path}`);
    expect([path, anonymous.status]).toEqual([path, 401]);
  }
  const reads = (await auditOf(server.open)).filter(({ subject }) => subject === `record/${record}`);
  expect(reads.some(({ act }) => act === "read")).toBe(true);
});

test("a slice that came without all of its pixels has no picture", async () => {
  const wrong = writeDicom([
    ...ctSlice({
      studyUid: "2.25.5001",
      seriesUid: "2.25.5002",
      instanceUid: "2.25.5003",
      frameOfReference: "2.25.5004",
      patient: { name: "Anonymous", birthDate: "", id: "P1", sex: "F" },
      studyDate: "20261103",
      studyDescription: "",
      seriesDescription: "",
      seriesNumber: 1,
      instanceNumber: 1,
      institution: "",
      bodyPart: "",
      rows: 8,
      columns: 8,
      position: [0, 0, 0],
      pixelSpacing: [1, 1],
      thicknessMm: 1,
      rescale: { slope: 1, intercept: 0 },
      window: { center: 50, width: 350 },
      pixels: new Int16Array(20),
    }),
  ]);
  await handOver(referrer, oncology, { "wrong.dcm": wrong });
  const response = await asked(referrer, "/2.25.5001/series/2.25.5002/instances/2.25.5003/rendered");
  expect([response.status, await response.json()]).toEqual([
    406,
    expect.objectContaining({ refusal: "not-rendered" }),
  ]);
});
