import type { MedicineEntry } from "@consilium/clinical";
import { given, refer } from "@consilium/report/fhir";
import type { Dosage, MedicationRequest, MedicationStatement } from "@medplum/fhirtypes";
import { conceptOf, dateOf, periodOf } from "./concept.ts";
import { inWords } from "./problem.ts";
import { codeAmong, notes, oneLine, withoutPrefix } from "./words.ts";

/** What was ordered is an order; whatever else is known of a medicine, somebody states. */
export const medicineOf = (entry: MedicineEntry): MedicationRequest | MedicationStatement =>
  entry.basis === "prescribed" ? orderOf(entry) : statementOf(entry);

const states = [
  "active",
  "completed",
  "entered-in-error",
  "intended",
  "stopped",
  "on-hold",
  "unknown",
  "not-taken",
] as const;

const titled = ({ title, codings }: MedicineEntry) =>
  conceptOf(withoutPrefix(title, "Not taken", "Not to be given"), codings);

function statementOf(entry: MedicineEntry): MedicationStatement {
  const { status, from, to, dose, reason, stoppedBecause } = entry;
  const state = codeAmong(states, status) ?? "unknown";
  const period = periodOf(from, to);
  return given<MedicationStatement>({
    resourceType: "MedicationStatement",
    status: state,
    statusReason: asList(inWords(stoppedBecause)),
    medicationCodeableConcept: titled(entry),
    subject: refer("patient"),
    effectivePeriod: period,
    reasonCode: asList(inWords(reason)),
    dosage: lines(dose).map((text): Dosage => ({ text })),
    note: notes(
      ...said(entry, state),
      basisOf(entry),
      period === null && from !== null ? `From ${from}, until ${to}` : null,
    ),
  });
}

const orderStates = [
  "active",
  "on-hold",
  "cancelled",
  "completed",
  "entered-in-error",
  "stopped",
  "draft",
  "unknown",
] as const;

function orderOf(entry: MedicineEntry): MedicationRequest {
  const { title, status, from, to, dose, reason, stoppedBecause } = entry;
  const state = codeAmong(orderStates, status) ?? "unknown";
  const period = to === null ? null : periodOf(from, to);
  const [first, ...others] = lines(dose);
  const dosage = given<Dosage>({
    text: first,
    timing: period && { repeat: { boundsPeriod: period } },
  });
  return given<MedicationRequest>({
    resourceType: "MedicationRequest",
    status: state,
    intent: "order",
    doNotPerform: title.startsWith("Not to be given: ") ? true : null,
    statusReason: inWords(stoppedBecause),
    medicationCodeableConcept: titled(entry),
    subject: refer("patient"),
    authoredOn: dateOf(from),
    reasonCode: asList(inWords(reason)),
    dosageInstruction: [
      ...(Object.keys(dosage).length > 0 ? [dosage] : []),
      ...others.map((text): Dosage => ({ text })),
    ],
    note: notes(...said(entry, state), to !== null && period === null ? `Until ${to}` : null),
  });
}

const asList = <Value>(value: Value | null): Value[] | null => (value === null ? null : [value]);

const lines = (text: string | null): string[] => [
  ...new Set(
    (text ?? "")
      .split("\n")
      .map(oneLine)
      .filter((line) => line !== ""),
  ),
];

const said = ({ note, status, takenAsWritten }: MedicineEntry, state: string): readonly (string | null)[] => [
  note,
  status !== null && status !== state ? `Status: ${status}` : null,
  takenAsWritten === null ? null : takenAsWritten ? "Taken as written" : "Not taken as written",
];

const basisOf = ({ basis }: MedicineEntry): string | null =>
  basis === "dispensed" ? "Dispensed" : basis === "given" ? "Given" : null;
