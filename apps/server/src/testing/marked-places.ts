import { createHash } from "node:crypto";
import { type ClinicalRecord, type RecordOf, recordSchema } from "@consilium/clinical";
import { recordsOf } from "@consilium/database";
import type { SlideAnchor, WaveformAnchor } from "@consilium/workspace";
import { drawEcgStudy } from "../demo/images/cardiology-images.ts";
import { drawnStudy, seriesOf, uidsOf } from "../demo/images/image-heading.ts";
import { tissuePainter } from "../demo/images/slide/paint-tissue.ts";
import { planTissue } from "../demo/images/slide/tissue.ts";
import { writeSlideTiff } from "../demo/images/slide/write-slide-tiff.ts";
import { readDemoCase } from "../demo/read-content.ts";
import { oncology } from "./demo-cases.ts";
import { handOver } from "./hand-over.ts";
import type { TestServer } from "./start-test-server.ts";
import type { TestPerson } from "./test-person.ts";

const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

/** A record of the oncology case. Throws where there is none of that kind. */
export async function recordOf<Kind extends "pictures" | "slide">(
  server: TestServer,
  kind: Kind,
  id: string,
): Promise<RecordOf<Kind>> {
  const page = { after: null, limit: 1000, withoutRevealing: false };
  const records = await recordsOf(server.open.database, await server.keys.of(oncology), oncology, page);
  const found = records.map(({ content }) => recordSchema.parse(content)).find((record) => record.id === id);
  if (!found || !isOf(kind, found)) throw new Error(`There is no record of ${kind}`);
  return found;
}

const isOf = <Kind extends ClinicalRecord["kind"]>(
  kind: Kind,
  record: ClinicalRecord,
): record is RecordOf<Kind> => record.kind === kind;

/** A slide of several levels. Drawn before the server is asked for anything: it takes a while, and the server of a test is in its process. */
const slide = { width: 2560, height: 1664 };
const scan = writeSlideTiff(
  { ...slide, micrometres: 0.5, description: "AppMag = 20|MPP = 0.5" },
  tissuePainter(planTissue({ ...slide, seed: 1, region: { shows: "vein", box: [900, 600, 700, 560] } })),
);

/** A region of it as somebody measured it, handed over to the oncology case. */
export async function slideRegion(server: TestServer, referrer: TestPerson): Promise<SlideAnchor> {
  const { records } = await handOver(referrer, oncology, { "slides/A1.tif": scan });
  const slideId = records[0] ?? "";
  const points = [
    [900, 600],
    [1600, 1160],
  ] as const;
  return {
    kind: "slide",
    record: slideId,
    sha256: (await recordOf(server, "slide", slideId)).content.tiles.file.sha256,
    mark: { tool: "rectangle", points, micrometres: 0.5, unit: "um", says: "98,000 µm²" },
  };
}

/** An ECG, and an interval in one of its leads, handed over to the oncology case. */
export async function ecgInterval(referrer: TestPerson): Promise<WaveformAnchor> {
  const today = "2026-11-24";
  const study = {
    ...drawnStudy(readDemoCase("cardiology", today), "car-ecg", today),
    patient: { name: "Anonymous", id: "P1", birthDate: "", sex: "F" },
  };
  const [file] = drawEcgStudy(study);
  if (!file) throw new Error("There is no ECG");
  const bytes = file.draw();
  const { records } = await handOver(referrer, oncology, { "ecg.dcm": bytes });
  const { studyUid, seriesUid, instanceUid } = uidsOf(study, seriesOf(study, 1), 1);
  return {
    kind: "waveform",
    record: records[0] ?? "",
    sha256: sha256(bytes),
    study: studyUid,
    series: seriesUid,
    instance: instanceUid,
    group: 1,
    mark: {
      tool: "interval",
      lead: "V1",
      from: 1000,
      to: 1402,
      amplitude: null,
      says: "402 ms, 149 a minute",
    },
  };
}
