import { waveformSchema } from "@consilium/clinical";
import { writeDicom, type WrittenElement } from "@consilium/interchange";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { z } from "zod";
import { auditOf, oncology } from "../testing/demo-cases.ts";
import { handOver, sliceOf } from "../testing/hand-over.ts";
import { startTestServer, type TestServer } from "../testing/start-test-server.ts";
import type { TestPerson } from "../testing/test-person.ts";

vi.setConfig({ testTimeout: 60_000 });

const [study, series] = ["2.25.1001", "2.25.1002"];
const base = `/cases/${oncology}/dicomweb/studies`;
let server: TestServer;
let referrer: TestPerson;
let record: string;
beforeAll(async () => {
  server = await startTestServer();
  referrer = await server.as("referrer");
  const slices = [3, 1, 2].map((at) => [`CT/${9 - at}`, sliceOf(at)] as const);
  const done = await handOver(referrer, oncology, Object.fromEntries(slices));
  record = done.records[0] ?? "";
}, 90_000);
afterAll(() => server.close());

const asked = (person: TestPerson, path: string) =>
  fetch(`${server.origin}/api${base}${path}`, { headers: { cookie: person.cookie } });

const Metadata = z.array(z.record(z.string(), z.looseObject({ Value: z.array(z.unknown()).optional() })));

test("a series' metadata comes in the order of its slices, with addresses, transfer syntax and digests", async () => {
  const all = Metadata.parse(await (await asked(referrer, `/${study}/series/${series}/metadata`)).json());
  expect(all.map((one) => one["00080018"]?.Value?.[0])).toEqual(["2.25.2001", "2.25.2002", "2.25.2003"]);
  expect(all[0]?.["00081190"]?.Value).toEqual(["instances/2.25.2001"]);
  expect(all[0]?.["00083002"]?.Value).toEqual(["1.2.840.10008.1.2.1"]);
  expect(all[0]?.["00091001"]?.Value?.[0]).toMatch(/^[0-9a-f]{64}$/);
  expect(all[0]?.["7FE00010"]).toBeUndefined();
});

test("a frame is the pixels as they are stored, and no other bytes of the file", async () => {
  const response = await asked(referrer, `/${study}/series/${series}/instances/2.25.2002/frames/1`);
  expect(response.headers.get("content-type")).toContain("multipart/related");
  const body = Buffer.from(await response.arrayBuffer());
  const start = body.indexOf("\r\n\r\n") + 4;
  expect(body.subarray(0, start).toString()).toContain("transfer-syntax=1.2.840.10008.1.2.1");
  const pixels = new Int16Array(body.buffer.slice(body.byteOffset + start, body.byteOffset + start + 128));
  expect([...pixels]).toEqual(Array.from({ length: 64 }, (_, pixel) => pixel + 2));
  const beyond = await asked(referrer, `/${study}/series/${series}/instances/2.25.2002/frames/2`);
  expect(beyond.status).toBe(404);
});

test("a file comes back as it was handed over", async () => {
  const response = await asked(referrer, `/${study}/series/${series}/instances/2.25.2003`);
  const body = Buffer.from(await response.arrayBuffer());
  expect(body.includes(sliceOf(3))).toBe(true);
});

test("studies, series and instances are found, with how many there are", async () => {
  const studies = Metadata.parse(await (await asked(referrer, "")).json());
  expect(studies.find((one) => one["0020000D"]?.Value?.[0] === study)).toMatchObject({
    "00201206": { Value: [1] },
    "00201208": { Value: [3] },
    "00080061": { Value: ["CT"] },
  });
  const instances = await asked(referrer, `/${study}/series/${series}/instances`);
  expect(await instances.json()).toHaveLength(3);
  expect(await (await asked(referrer, `/${study}/instances`)).json()).toHaveLength(3);
});

const searched = async (path: string) => {
  const response = await fetch(`${server.origin}/api/cases/${oncology}/dicomweb${path}`, {
    headers: { cookie: referrer.cookie },
  });
  const found = response.status === 200 ? Metadata.parse(await response.json()) : [];
  return { status: response.status, warning: response.headers.get("warning"), found };
};

test("a search finds what fits, at every level, with the fields that are asked for", async () => {
  expect((await searched(`/studies?StudyInstanceUID=${study}&ModalitiesInStudy=CT`)).found).toHaveLength(1);
  expect((await searched(`/studies?StudyInstanceUID=${study}&ModalitiesInStudy=MR`)).status).toBe(204);
  const [one] = (await searched(`/series?SeriesInstanceUID=${series}&includefield=SOPClassUID,Modality`))
    .found;
  expect(one?.["0020000E"]?.Value).toEqual([series]);
  expect(one?.["00201209"]?.Value).toEqual([3]);
  const [slice, ...more] = (await searched(`/instances?SOPInstanceUID=2.25.2002&includefield=all`)).found;
  expect(slice?.["00200032"]?.Value).toHaveLength(3);
  expect(more).toEqual([]);
});

test("a search gives the part that is asked for, and says how many more there are", async () => {
  const { found, warning } = await searched(`/studies/${study}/instances?limit=1&offset=1`);
  expect(found.map((one) => one["00080018"]?.Value)).toEqual([["2.25.2002"]]);
  expect(warning).toContain("There are 1 additional results");
  const rest = await searched(`/studies/${study}/instances?offset=2&fuzzymatching=true`);
  expect(rest.found).toHaveLength(1);
  expect(rest.warning).toContain("Only literal matching");
});

test("a search by a name that is not known is refused, and finds nothing instead of everything", async () => {
  expect((await searched("/studies?PatientsName=Quill")).status).toBe(400);
  expect((await searched(`/studies/${study}/series/${series}/instances?limit=many`)).status).toBe(400);
});

test("an instance's metadata comes alone, with its address beside its own", async () => {
  const path = `/${study}/series/${series}/instances/2.25.2002/metadata`;
  const [one, ...more] = Metadata.parse(await (await asked(referrer, path)).json());
  expect(one?.["00080018"]?.Value).toEqual(["2.25.2002"]);
  expect(one?.["00081190"]?.Value).toEqual(["../2.25.2002"]);
  expect(more).toEqual([]);
  expect((await asked(referrer, path.replace("2.25.2002", "2.25.9"))).status).toBe(404);
});

test("what reveals the first opinion is not there for whoever reads blind, and reading is booked", async () => {
  const coordinator = await server.as("coordinator");
  const marked = await coordinator.post(`/cases/${oncology}/records/${record}/revealing`, {
    revealing: true,
  });
  expect(marked.status).toBe(200);
  const path = `/${study}/series/${series}/metadata`;
  expect((await asked(referrer, path)).status).toBe(200);
  expect((await asked(await server.as("admin"), path)).status).toBe(404);
  const byInstance = `/${study}/series/${series}/instances/2.25.2001/metadata`;
  expect((await asked(await server.as("admin"), byInstance)).status).toBe(404);
  const reads = (await auditOf(server.open)).filter(({ subject }) => subject === `record/${record}`);
  expect(reads.some(({ act }) => act === "read")).toBe(true);
});

const text = (tag: number, vr: string, value: string): WrittenElement => ({ tag, vr, value });
const channel = (lead: string): readonly WrittenElement[] => [
  { tag: 0x003a0208, items: [[text(0x00080104, "LO", `Lead ${lead}`)]] },
];

/** Two leads of four samples, and a word of the device. */
const ecg = writeDicom([
  text(0x00080016, "UI", "1.2.840.10008.5.1.4.1.1.9.1.1"),
  text(0x00080018, "UI", "2.25.3003"),
  text(0x00080060, "CS", "ECG"),
  text(0x0020000d, "UI", "2.25.3001"),
  text(0x0020000e, "UI", "2.25.3002"),
  { tag: 0x0040b020, items: [[text(0x00700006, "ST", "Sinus rhythm")]] },
  {
    tag: 0x54000100,
    items: [
      [
        { tag: 0x003a0005, vr: "US", value: [2] },
        { tag: 0x003a0010, vr: "UL", value: [4] },
        text(0x003a001a, "DS", "500"),
        text(0x003a0020, "SH", "RHYTHM"),
        { tag: 0x003a0200, items: [channel("I"), channel("II")] },
        text(0x54001006, "CS", "SS"),
        { tag: 0x54001010, vr: "OW", value: new Uint8Array(Int16Array.of(1, 2, 3, 4, 5, 6, 7, -8).buffer) },
      ],
    ],
  },
]);

test("an ECG's curves are described, and their samples come as they are stored, to whoever reads records", async () => {
  const done = await handOver(referrer, oncology, { "ecg.dcm": ecg });
  const answer = await referrer.ask(`/cases/${oncology}/records?limit=200`);
  const Records = z.object({
    items: z.array(
      z.looseObject({ id: z.string(), content: z.looseObject({ series: z.unknown().optional() }) }),
    ),
  });
  const filed = Records.parse(answer.body).items.find(({ id }) => id === done.records[0]);
  expect(filed?.content.series).toMatchObject([{ tracings: 1, notDisplayed: null, frames: 0 }]);
  const path = "/2.25.3001/series/2.25.3002/instances/2.25.3003/waveform";
  const described = await asked(referrer, path);
  expect(described.headers.get("cache-control")).toBe("no-store");
  const body: unknown = await described.json();
  expect(waveformSchema.parse(body)).toEqual(body);
  expect(body).toMatchObject({
    groups: [{ label: "RHYTHM", frequency: 500, length: 4, channels: [{ name: "I" }, { name: "II" }] }],
    annotations: [{ name: "", says: "Sinus rhythm", group: null }],
  });
  const samples = await (await asked(referrer, `${path}/1`)).arrayBuffer();
  expect([...new Int16Array(samples)]).toEqual([1, 2, 3, 4, 5, 6, 7, -8]);
  expect((await asked(referrer, `${path}/2`)).status).toBe(404);
  expect((await asked(referrer, `${path}/0`)).status).toBe(400);
  expect((await asked(await server.as("admin"), path)).status).toBe(404);
  expect((await asked(await server.as("admin"), `${path}/1`)).status).toBe(404);
  expect((await asked(referrer, `/${study}/series/${series}/instances/2.25.2001/waveform`)).status).toBe(404);
});
