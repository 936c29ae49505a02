import type { Coding } from "@consilium/clinical";
import { fhirDate, given } from "@consilium/report/fhir";
import type { CodeableConcept, Period } from "@medplum/fhirtypes";
import { oneLine } from "./words.ts";

export const conceptOf = (text: string, codings: readonly Coding[]): CodeableConcept =>
  given<CodeableConcept>({
    coding: codings.map(({ system, code, display }) =>
      given({ system, code, display: display === null ? null : oneLine(display) }),
    ),
    text: oneLine(text) || "–",
  });

/** Null where its end would lie before its beginning: then it is said in words. */
export const periodOf = (from: string | null, to: string | null): Period | null =>
  (from === null && to === null) || !isInOrder(from, to)
    ? null
    : given<Period>({ start: from && fhirDate(from), end: to && fhirDate(to) });

export const isInOrder = (from: string | null, to: string | null): boolean =>
  from === null || to === null || from.slice(0, to.length) <= to;

export const dateOf = (date: string | null): string | null => (date === null ? null : fhirDate(date));

export const code = (system: string, value: string): CodeableConcept => ({
  coding: [{ system: `http://terminology.hl7.org/CodeSystem/${system}`, code: value }],
});
