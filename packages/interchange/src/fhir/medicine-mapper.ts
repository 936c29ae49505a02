import type { Concept, MedicineEntry } from "@consilium/clinical";
import { child, children, isTrue, line, type Node } from "../json/node.ts";
import { conceptOf, conceptText, conceptTexts, joined, notesOf, quantityText } from "./concept.ts";
import { dateOf, periodOf, type Span, spanOf } from "./dates.ts";
import { dosagesText } from "./dosage.ts";
import type { Mapper } from "./list-mappers.ts";
import { follow, type Reading } from "./reading.ts";
import { reasonsOf } from "./reasons.ts";

/** The medicine of a request or statement: its own concept, or that of a contained or referenced Medication. */
function medicineOf(node: Node, reading: Reading): Concept | null {
  const own = conceptOf(child(node, "medicationCodeableConcept"));
  if (own !== null) return own;
  const reference = child(node, "medicationReference");
  const medication = follow(reading, node, reference)?.resource ?? null;
  const ingredients = children(medication, "ingredient").map((ingredient) =>
    conceptText(ingredient, "itemCodeableConcept"),
  );
  const words = conceptText(medication, "code") ?? joined(ingredients, " / ") ?? line(reference, "display");
  if (words === null) return null;
  const coded = conceptOf(child(medication, "code"));
  return { text: words, codings: coded?.codings ?? [] };
}

const bases: Readonly<Record<string, MedicineEntry["basis"]>> = {
  MedicationRequest: "prescribed",
  MedicationStatement: "stated",
  MedicationDispense: "dispensed",
  MedicationAdministration: "given",
};

function whenTaken(node: Node, type: string): Span {
  const effective = spanOf(node, "effective");
  if (type === "MedicationRequest") {
    const [dosage] = children(node, "dosageInstruction");
    const bounds = periodOf(child(child(child(dosage ?? null, "timing"), "repeat"), "boundsPeriod"));
    return { from: bounds.from ?? dateOf(node, "authoredOn"), to: bounds.to, words: null };
  }
  if (type === "MedicationDispense") {
    return { from: dateOf(node, "whenHandedOver") ?? dateOf(node, "whenPrepared"), to: null, words: null };
  }
  return effective.from === null && effective.to === null
    ? { ...effective, from: dateOf(node, "dateAsserted") }
    : effective;
}

function givenDose(node: Node): string | null {
  const dosage = child(node, "dosage");
  const dose = quantityText(child(dosage, "dose"));
  return joined([line(dosage, "text"), dose, conceptText(dosage, "route")], ", ");
}

/** Whatever a status says, these were not taken. */
const notTaken = new Set(["not-taken", "not-done"]);

const stopReason = (node: Node): string | null =>
  conceptText(node, "statusReason") ??
  conceptText(node, "statusReasonCodeableConcept") ??
  joined(conceptTexts(node, "statusReason"), ", ");

export const medicineEntryOf: Mapper<MedicineEntry> = ({ node, entry }, reading) => {
  const medicine = medicineOf(node, reading);
  if (medicine === null) return null;
  const { type } = entry;
  const status = line(node, "status");
  const untaken = status !== null && notTaken.has(status);
  const prefix = isTrue(node, "doNotPerform") ? "Not to be given: " : untaken ? "Not taken: " : "";
  const span = whenTaken(node, type);
  const dosages = [...children(node, "dosageInstruction"), ...children(node, "dosage")];
  return {
    id: reading.createId(),
    title: `${prefix}${medicine.text}`,
    codings: medicine.codings,
    status,
    from: span.from,
    to: span.to,
    note: joined([span.words, ...notesOf(node)], "\n"),
    dose: type === "MedicationAdministration" ? givenDose(node) : dosagesText(dosages),
    basis: bases[type] ?? "unknown",
    takenAsWritten: null,
    reason: joined(reasonsOf(node, reading), ", "),
    stoppedBecause: stopReason(node),
  };
};
