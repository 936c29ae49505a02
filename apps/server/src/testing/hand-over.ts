import { setTimeout as pause } from "node:timers/promises";
import { createUlid, secureRandom } from "@consilium/foundation";
import { ctSlice, writeDicom } from "@consilium/interchange";
import { OneDelivery } from "../delivery/delivery-schemas.ts";
import type { TestPerson } from "./test-person.ts";
import { upload } from "./tus-upload.ts";

/** A CT slice of 8 x 8 pixels, so many steps of 2.5 mm up; its first pixel has the value `at`. */
export const sliceOf = (
  at: number,
  patient: Readonly<{ name: string; birthDate: string; id?: string }> = { name: "Anonymous", birthDate: "" },
): Uint8Array =>
  writeDicom(
    ctSlice({
      studyUid: "2.25.1001",
      seriesUid: "2.25.1002",
      instanceUid: `2.25.${2000 + at}`,
      frameOfReference: "2.25.1003",
      patient: { id: "P1", ...patient, sex: "F" },
      studyDate: "20261103",
      studyDescription: "CT abdomen",
      seriesDescription: "Portal venous",
      seriesNumber: 4,
      instanceNumber: at,
      institution: "Northgate",
      bodyPart: "ABDOMEN",
      rows: 8,
      columns: 8,
      position: [0, 0, at * 2.5],
      pixelSpacing: [1, 1],
      thicknessMm: 2.5,
      rescale: { slope: 1, intercept: -1024 },
      window: { center: 50, width: 350 },
      pixels: Int16Array.from({ length: 64 }, (_, pixel) => pixel + at),
    }),
  );

export const newDelivery = (): string => createUlid(Date.now(), secureRandom);

/** Files by their paths, handed over and read: the delivery as it ends, or as it asks. */
export async function handOver(
  person: TestPerson,
  caseId: string,
  files: Readonly<Record<string, Uint8Array>>,
) {
  const delivery = newDelivery();
  await person.post(`/cases/${caseId}/deliveries`, { id: delivery });
  for (const [path, content] of Object.entries(files))
    await upload(person, { caseId, path, content, delivery });
  const count = Object.keys(files).length;
  const complete = await person.post(`/cases/${caseId}/deliveries/${delivery}/complete`, { files: count });
  if (complete.status !== 202) throw new Error(`The delivery was not complete: ${complete.text}`);
  return untilDelivery(person, caseId, delivery, ["done", "asking", "failed"]);
}

export async function untilDelivery(
  person: TestPerson,
  caseId: string,
  delivery: string,
  states: readonly string[],
) {
  for (;;) {
    const answer = await person.ask(`/cases/${caseId}/deliveries/${delivery}`);
    const found = OneDelivery.parse(answer.body);
    if (states.includes(found.state)) return found;
    await pause(100);
  }
}
