import { makeDicomDir } from "@consilium/interchange/testing";
import { makeZip } from "@consilium/record-import/testing";
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

const handOver = (files: Readonly<Record<string, Uint8Array>>) => handOverAs(referrer, oncology, files);

/** An index of the study that the slices are of, as far as these are. */
const indexOf = (...slices: readonly number[]): Uint8Array =>
  makeDicomDir([
    {
      studyUid: "2.25.1001",
      description: "CT abdomen",
      images: slices.map((at) => ({ path: `IMAGES\\SER1\\IM${at}`, instanceUid: `2.25.${2000 + at}` })),
    },
  ]);

const disc = (files: Readonly<Record<string, Uint8Array>>): Uint8Array =>
  makeZip(Object.entries(files).map(([name, content]) => ({ name, content })));

test("of a disc that came in part it is said how many images of a study are missing", async () => {
  const zip = disc({
    DICOMDIR: indexOf(1, 2, 3, 4, 5),
    "AUTORUN.INF": Buffer.from("[autorun]"),
    "IMAGES/SER1/IM1": sliceOf(1),
    "images/ser1/im2.;1": sliceOf(2),
    "elsewhere/renamed.dcm": sliceOf(3),
  });
  const done = await handOver({ "disc.zip": zip });
  expect(done.missing).toEqual([
    { path: "disc.zip/DICOMDIR", record: done.records[0], study: "CT abdomen", named: 5, missing: 2 },
  ]);
  expect(done.outcomes.find(({ path }) => path === "disc.zip/DICOMDIR")).toMatchObject({
    is: "ignored",
    reason: "dicom-directory",
  });
  expect(done.notRead).toBe(0);
});

test("the rest of the disc, handed over later, is the rest of it", async () => {
  const done = await handOver({
    "CD/DICOMDIR": indexOf(1, 2, 3, 4, 5),
    "CD/x": sliceOf(4),
    "CD/y": sliceOf(5),
  });
  expect(done.missing).toEqual([]);
});

test("a file that came and cannot be read is not missing: that is said of it", async () => {
  const cut = sliceOf(6).subarray(0, 200);
  const done = await handOver({
    DICOMDIR: indexOf(1, 6),
    "IMAGES/SER1/IM6": cut,
    "IMAGES/SER1/IM1": sliceOf(1),
  });
  expect(done.missing).toEqual([]);
  expect(done.notRead).toBe(1);
});

test("an index without its images is said to be only that", async () => {
  const done = await handOver({
    DICOMDIR: makeDicomDir([
      { studyUid: "2.25.9", description: "", images: [{ path: "A", instanceUid: "2.25.91" }] },
    ]),
  });
  expect(done.outcomes).toMatchObject([{ path: "DICOMDIR", is: "not-read", reason: "dicom-directory" }]);
  expect(done.missing).toEqual([{ path: "DICOMDIR", record: null, study: "", named: 1, missing: 1 }]);
});

test("an index that names thousands of images that never were hinders nothing", async () => {
  const many = Array.from({ length: 3000 }, (_, at) => at + 5000);
  const done = await handOver({ DICOMDIR: indexOf(...many), "IM7.dcm": sliceOf(7) });
  expect(done.state).toBe("done");
  expect(done.missing).toMatchObject([{ named: 3000, missing: 3000 }]);
});
