import { createSeededRandom, createUlid } from "@consilium/foundation";
import { importFhir, type Imported } from "@consilium/interchange";
import { bundleText, caseBundle } from "../bundle/case-bundle.ts";
import type { CaseToExport } from "../bundle/case-to-export.ts";

/** A bundle as a case is opened from it; throws where it is refused. */
export function opened(text: string, seed: number): Imported {
  const random = createSeededRandom(seed);
  const read = importFhir(new TextEncoder().encode(text), {
    now: new Date("2026-11-24T09:00:00Z"),
    createId: () => createUlid(1_795_000_000_000, random),
    opensCase: true,
  });
  if (!read.ok) throw new Error(read.refusal.reason);
  return read.value;
}

const clinician = { name: "Dr Ahlgren", role: "referrer", profession: "Surgeon", workplace: "Girona" };

/** What a case that was opened from a file would be exported as, by who referred. */
export function exportOf({ patient, records, referral }: Imported, n: number): CaseToExport {
  const by = { ...clinician, seat: `SEAT${n}` };
  return {
    id: `CASE${n}`,
    number: `2026-00${n}`,
    title: referral?.title ?? null,
    state: "draft",
    openedAt: `2026-11-2${n}T09:00:00.000Z`,
    exportedAt: `2026-11-2${n}T10:00:00.000Z`,
    by,
    organisation: "Second opinions",
    patient: {
      name: patient.name,
      born: patient.birthDate,
      sex: patient.sex,
      country: patient.address.country,
      language: patient.languages[0] ?? "en",
    },
    people: [by],
    voices: (referral?.voices ?? []).map((voice) => ({ ...voice, side: voice.side ?? "clinician" })),
    choices: referral?.choices ?? {},
    questions: [],
    threads: [],
    tasks: [],
    consents: [],
    records: records.map((record) => ({ record, files: [] })),
    reports: [],
  };
}

export const exported = async (text: string, n: number): Promise<string> =>
  bundleText(await caseBundle(exportOf(opened(text, n), n)));
