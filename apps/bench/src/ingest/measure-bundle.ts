import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import type { DemoServer } from "../measuring/demo-server.ts";
import { writeBundle } from "./fhir-bundle.ts";
import { roundsOf } from "./figure.ts";
import { beginDelivery, openDoor, sendAll, timed, untilRead } from "./hand-over.ts";
import type { Measured } from "./parts.ts";

export interface BundleWork {
  readonly rounds: number;
  readonly bytes: number;
}

const Case = z.object({ patient: z.object({ name: z.string(), born: z.string().nullable() }) });

/** Years of a patient's history in one file: from "that is all" to values that can be read. */
export async function measureBundle(
  server: DemoServer,
  folder: string,
  { rounds, bytes }: BundleWork,
): Promise<Measured> {
  const door = await openDoor(server);
  const { patient } = Case.parse(await server.read(`/cases/${door.caseId}`, door.cookie));
  const figure = roundsOf();
  const wrong: string[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const text = writeBundle({ seed: round + 1, bytes, patient });
    const file = join(folder, "bundle.json");
    await writeFile(file, text);
    const delivery = await beginDelivery(door);
    await sendAll(door, delivery, [{ file, path: "bundle.json", bytes: Buffer.byteLength(text) }]);
    const { took, value } = await timed(() => untilRead(door, delivery, 1));
    if (value.kept !== 1 || value.records.length === 0) wrong.push("fhir: the bundle became nothing");
    figure("fhir-import", "a FHIR bundle of 1 MB becomes records", "ms", took, { atMost: 2000 });
    figure("fhir-records", "records of it", "", value.records.length);
  }
  return { figures: figure.all(), facts: { bundle: { bytes } }, wrong };
}
