import {
  type AllergyEntry,
  type ClinicalRecord,
  codeSystems,
  compareNewestFirst,
  type ListEntry,
  type MedicineEntry,
  type ProblemEntry,
} from "@consilium/clinical";
import {
  allergyOf,
  encounterOf,
  immunizationOf,
  type Mapper,
  problemOf,
  procedureOf,
} from "./list-mappers.ts";
import { medicineEntryOf } from "./medicine-mapper.ts";
import { carePlanOf, goalOf, serviceRequestOf } from "./plan-mappers.ts";
import type { Found, Reading } from "./reading.ts";
import { recordHeading } from "./record-heading.ts";

type AnyEntry = AllergyEntry | ListEntry | MedicineEntry | ProblemEntry;

/** Words of a status that mean "now"; a list shows these first. */
const current = new Set(["active", "recurrence", "relapse", "on-hold", "intended", "in-progress", "planned"]);
const isCurrent = (entry: AnyEntry): boolean => current.has(entry.status?.split(",")[0] ?? "");

const byRelevance = (left: AnyEntry, right: AnyEntry): number =>
  Number(isCurrent(right)) - Number(isCurrent(left)) || compareNewestFirst(left.from, right.from);

class ListReader {
  private readonly found: readonly Found[];
  private readonly reading: Reading;

  constructor(found: readonly Found[], reading: Reading) {
    this.found = found;
    this.reading = reading;
  }

  entries<Entry extends AnyEntry>(types: Readonly<Record<string, Mapper<Entry>>>): readonly Entry[] {
    const read = this.found.flatMap((found) => {
      const mapper = Object.hasOwn(types, found.entry.type) ? types[found.entry.type] : undefined;
      const entry = mapper?.(found, this.reading) ?? null;
      if (entry === null) return [];
      this.reading.ledger.represent(found.entry);
      return [entry];
    });
    return read.toSorted(byRelevance);
  }

  heading(title: string, loinc: string | null, entries: readonly AnyEntry[]) {
    const dates = entries.flatMap(({ from, to }) => [from, to]).toSorted(compareNewestFirst);
    const code =
      loinc === null
        ? null
        : { text: title, codings: [{ system: codeSystems.loinc, code: loinc, display: null }] };
    return recordHeading(this.reading, { title, date: dates[0] ?? this.reading.asOf, code });
  }
}

function currentLists(reader: ListReader): readonly ClinicalRecord[] {
  const problems = reader.entries({ Condition: problemOf });
  const medicines = reader.entries({
    MedicationRequest: medicineEntryOf,
    MedicationStatement: medicineEntryOf,
    MedicationDispense: medicineEntryOf,
    MedicationAdministration: medicineEntryOf,
  });
  const allergies = reader.entries({ AllergyIntolerance: allergyOf });
  return [
    { ...reader.heading("Problems", "11450-4", problems), kind: "problems", content: { entries: problems } },
    {
      ...reader.heading("Medicines", "10160-0", medicines),
      kind: "medicines",
      content: { entries: medicines },
    },
    {
      ...reader.heading("Allergies", "48765-2", allergies),
      kind: "allergies",
      content: { entries: allergies },
    },
  ];
}

function eventLists(reader: ListReader): readonly ClinicalRecord[] {
  const done = reader.entries({ Procedure: procedureOf });
  const given = reader.entries({ Immunization: immunizationOf });
  const visits = reader.entries({ Encounter: encounterOf });
  const plans = reader.entries({ CarePlan: carePlanOf, Goal: goalOf, ServiceRequest: serviceRequestOf });
  return [
    { ...reader.heading("Procedures", "47519-4", done), kind: "procedures", content: { entries: done } },
    {
      ...reader.heading("Immunizations", "11369-6", given),
      kind: "immunizations",
      content: { entries: given },
    },
    {
      ...reader.heading("Visits and stays", "46240-8", visits),
      kind: "encounters",
      content: { entries: visits },
    },
    { ...reader.heading("Plans and orders", "18776-5", plans), kind: "plans", content: { entries: plans } },
  ];
}

/** Under the section codes that real summaries use for the same lists; a list without entries is no record. */
export function listRecords(found: readonly Found[], reading: Reading): readonly ClinicalRecord[] {
  const reader = new ListReader(found, reading);
  return [...currentLists(reader), ...eventLists(reader)].filter(
    ({ content }) => "entries" in content && content.entries.length > 0,
  );
}

/** The types that become entries of a list. */
export const listedTypes = new Set([
  "AllergyIntolerance",
  "CarePlan",
  "Condition",
  "Encounter",
  "Goal",
  "Immunization",
  "MedicationAdministration",
  "MedicationDispense",
  "MedicationRequest",
  "MedicationStatement",
  "Procedure",
  "ServiceRequest",
]);
