import type { Comparator, Interpretation, LaboratoryValue, ReferenceRange, Unit } from "@consilium/clinical";
import { codeSystems } from "@consilium/clinical";
import { child, children, decimal, has, line, member, type Node, text } from "../json/node.ts";
import { codeOf, conceptOf, joined, quantityText, rangeText, ratioText } from "./concept.ts";
import { periodOf } from "./dates.ts";
import { unitWords } from "./unit-words.ts";

export interface Measured {
  readonly value: LaboratoryValue;
  readonly unit: Unit | null;
}

const comparators = new Set<Comparator>(["<", "<=", ">=", ">"]);

export function unitOf(quantity: Node | null): Unit | null {
  const code = line(quantity, "code");
  const ucum = code !== null && line(quantity, "system") === codeSystems.ucum ? code : null;
  const words = line(quantity, "unit") ?? code;
  return words === null ? null : { text: unitWords(words), ucum };
}

function measuredQuantity(quantity: Node): Measured | null {
  const value = decimal(quantity, "value");
  if (value === null) {
    const words = joined([line(quantity, "value"), line(quantity, "unit")], " ");
    return words === null ? null : { value: { kind: "text", text: words }, unit: null };
  }
  const said = line(quantity, "comparator");
  const comparator = Array.from(comparators).find((known) => known === said) ?? null;
  // A comparator nobody knows still changes the meaning of the number: it stays, as words.
  if (said !== null && comparator === null) {
    return { value: { kind: "text", text: joined([said, quantityText(quantity)], " ") ?? said }, unit: null };
  }
  return { value: { kind: "quantity", value: value, comparator }, unit: unitOf(quantity) };
}

function measuredText(node: Node): string | null {
  const flag = member(node, "valueBoolean");
  if (typeof flag === "boolean") return flag ? "yes" : "no";
  const period = periodOf(child(node, "valuePeriod"));
  return (
    text(node, "valueString") ??
    rangeText(child(node, "valueRange")) ??
    ratioText(child(node, "valueRatio")) ??
    line(node, "valueDateTime") ??
    line(node, "valueTime") ??
    joined([period.from, period.to], " to ")
  );
}

/** Null where the observation has no value of its own and gives no reason for that. */
export function measuredOf(node: Node): Measured | null {
  const quantity = child(node, "valueQuantity");
  if (quantity !== null) return measuredQuantity(quantity);
  const concept = conceptOf(child(node, "valueCodeableConcept"));
  if (concept !== null) return { value: { kind: "coded", concept }, unit: null };
  const integer = decimal(node, "valueInteger");
  if (integer !== null) {
    return { value: { kind: "quantity", value: integer, comparator: null }, unit: null };
  }
  const words = measuredText(node);
  if (words !== null) return { value: { kind: "text", text: words }, unit: null };
  const absent = conceptOf(child(node, "dataAbsentReason"));
  return absent === null
    ? null
    : { value: { kind: "absent", reason: `No value: ${absent.text}` }, unit: null };
}

export const hasWaveform = (node: Node): boolean => has(node, "valueSampledData");

const rangeWords = (range: Node): string | null => {
  const kind = conceptOf(child(range, "type"))?.text ?? null;
  const limits = joined([line(range, "text"), rangeText(range)], ", ");
  return limits === null ? null : joined([kind === "Normal Range" ? null : kind, limits], ": ");
};

/** The unit a limit is given in; null where it says none and so means that of the value. */
const limitUnit = (limit: Node | null): string | null => line(limit, "code") ?? line(limit, "unit");

/**
 * One range in the value's own unit becomes limits. Several ranges (by age, by phase), or limits in another unit,
 * stay words: to choose among them or to convert would be a judgement.
 */
export function rangeOf(node: Node): ReferenceRange | null {
  const ranges = children(node, "referenceRange");
  const [only] = ranges;
  if (only === undefined) return null;
  const own = limitUnit(child(node, "valueQuantity"));
  const limits = [child(only, "low"), child(only, "high")];
  const sameUnit = limits.every((limit) => limitUnit(limit) === null || limitUnit(limit) === own);
  const [low, high] = limits.map((limit) => decimal(limit, "value"));
  if (ranges.length > 1 || !sameUnit || (!low && !high)) {
    const words = joined(ranges.map(rangeWords), "; ");
    return words === null ? null : { low: null, high: null, text: words };
  }
  return { low: low ?? null, high: high ?? null, text: line(only, "text") };
}

/** HL7 v3 ObservationInterpretation, the ones that laboratories use. */
const meanings = new Map([
  ["N", "Normal"],
  ["H", "High"],
  ["L", "Low"],
  ["HH", "Critically high"],
  ["LL", "Critically low"],
  ["A", "Abnormal"],
  ["AA", "Critically abnormal"],
  ["HU", "Significantly high"],
  ["LU", "Significantly low"],
  ["POS", "Positive"],
  ["NEG", "Negative"],
  ["IND", "Indeterminate"],
  ["R", "Resistant"],
  ["S", "Susceptible"],
  ["I", "Intermediate"],
]);

export function interpretationOf(node: Node): Interpretation | null {
  const [first] = children(node, "interpretation");
  const concept = conceptOf(first ?? null);
  if (concept === null) return null;
  const code = codeOf({ interpretation: first }, "interpretation");
  const known = concept.codings.length > 0 && code !== null;
  const words = known && concept.text === code ? (meanings.get(code) ?? code) : concept.text;
  return { code: known ? code : "", text: words };
}
