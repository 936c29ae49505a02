import type { ListEntry } from "@consilium/clinical";
import { given, refer } from "@consilium/report/fhir";
import type { Encounter, Immunization, Procedure } from "@medplum/fhirtypes";
import { conceptOf, dateOf, periodOf } from "./concept.ts";
import { codeAmong, notes, oneLine, withoutPrefix } from "./words.ts";

const procedureStates = [
  "preparation",
  "in-progress",
  "not-done",
  "on-hold",
  "stopped",
  "completed",
  "entered-in-error",
  "unknown",
] as const;

export function procedureOf({ title, codings, status, from, to, note, detail }: ListEntry): Procedure {
  const state = codeAmong(procedureStates, status) ?? "unknown";
  const period = to === null ? null : periodOf(from, to);
  return given<Procedure>({
    resourceType: "Procedure",
    status: state,
    code: conceptOf(withoutPrefix(title, "Not done"), codings),
    subject: refer("patient"),
    performedDateTime: period === null ? dateOf(from) : null,
    performedPeriod: period,
    note: notes(note, detail, stated(status, state), to !== null && period === null ? `Until ${to}` : null),
  });
}

const stated = (status: string | null, state: string): string | null =>
  status !== null && status !== state ? `Status: ${status}` : null;

const givenStates = ["completed", "entered-in-error", "not-done"] as const;
const unknown = "unknown";

export function immunizationOf({ title, codings, status, from, to, note, detail }: ListEntry): Immunization {
  const state = codeAmong(givenStates, status) ?? "completed";
  return given<Immunization>({
    resourceType: "Immunization",
    status: state,
    vaccineCode: conceptOf(withoutPrefix(title, "Not given"), codings),
    patient: refer("patient"),
    occurrenceDateTime: dateOf(from),
    occurrenceString: from === null ? unknown : null,
    note: notes(
      note,
      // It is how "no date" is read back.
      detail === unknown ? null : (detail?.replace(/^unknown\. /, "") ?? null),
      stated(status, state),
      to === null ? null : `Until ${to}`,
    ),
  });
}

const visitStates = [
  "planned",
  "arrived",
  "triaged",
  "in-progress",
  "onleave",
  "finished",
  "cancelled",
  "entered-in-error",
  "unknown",
] as const;

export function encounterOf({ title, codings, status, from, to, note, detail }: ListEntry): Encounter {
  const words = [note, detail].flatMap((part) => (part === null ? [] : [oneLine(part)])).join(". ");
  return given<Encounter>({
    resourceType: "Encounter",
    status: codeAmong(visitStates, status) ?? "unknown",
    class: { system: "http://terminology.hl7.org/CodeSystem/data-absent-reason", code: "unknown" },
    type: [conceptOf(title, codings)],
    subject: refer("patient"),
    period: periodOf(from, to),
    reasonCode: words === "" ? null : [{ text: words }],
  });
}
