import type { ClinicalRecord, IntakeStep } from "@consilium/clinical";
import { createDocument, documentId, seedDocument } from "@consilium/database";
import type { Referral, ReferralVoice } from "@consilium/interchange";
import type { Doc } from "yjs";
import type { Opening } from "../case/insert-opened.ts";
import { seedRow } from "../document/seed-row.ts";
import type { Services } from "../services.ts";
import { writeVoice } from "./write-voice.ts";

/**
 * What a file asks for, in the documents of the intake: each side's words in its own, what tells the first opinion apart from the
 * rest. Who speaks in a file that does not say so, is whoever opens the case with it. Gives the documents that were written.
 */
export async function prefillIntake(
  services: Services,
  opening: Opening,
  { voices, choices }: Referral,
  records: readonly ClinicalRecord[],
): Promise<readonly string[]> {
  const own = opening.role === "referrer" ? "clinician" : "patient";
  const written = new Map<string, Doc>();
  const chosen = stepsOfChoices(choices);
  const sides = new Map<"patient" | "clinician", ReferralVoice[]>(chosen.length > 0 ? [[own, []]] : []);
  for (const voice of voices) {
    const side = voice.side ?? own;
    sides.set(side, [...(sides.get(side) ?? []), voice]);
  }
  for (const [side, spoken] of sides) {
    const name = side === "patient" ? "story" : "referral";
    const { words, prior } = writeVoice(side, spoken, {
      records,
      createId: services.createId,
      chosen: side === own ? chosen : [],
    });
    if (words) written.set(name, words);
    if (prior) written.set(`${name}.prior`, prior);
  }
  for (const [name, content] of written) await seed(opening, name, content);
  return [...written.keys()];
}

/** Choices lie with the case: whoever goes on with the intake is asked whether they are so. */
const stepsOfChoices = ({ treating, help, hearing }: Referral["choices"]): readonly IntakeStep[] => [
  ...(treating ? (["doctor"] as const) : []),
  ...(help ? (["language"] as const) : []),
  ...(hearing ? (["hearing"] as const) : []),
];

async function seed(
  { transaction, key, id, seatId, personId, at }: Opening,
  name: string,
  content: Doc,
): Promise<void> {
  const document = documentId(id, name);
  await createDocument(transaction, { document });
  const row = seedRow(content, { id: seatId, personId }, at);
  const seeded = await seedDocument(transaction, key, { document, rows: [row] });
  if (seeded.outcome !== "ok") throw new Error(`${name} was not written: ${seeded.outcome}`);
}
