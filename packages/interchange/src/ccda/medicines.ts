import { children, type Node } from "../json/node.ts";
import { element, type XmlElement } from "../xml/xml-element.ts";
import { concepts, conceptNode, conceptOrText, isDenial, saidText } from "./concepts.ts";
import { dosageNode } from "./dosages.ts";
import { performers } from "./names.ts";
import type { NarrativeContext } from "./narrative-text.ts";
import { quantityNode } from "./quantities.ts";
import { idOfStatement, isIntended, isNegated, notes, recordedAt, related, statusOf } from "./statements.ts";
import type { StatementConverter } from "./target.ts";
import { intervalOf, momentOf, periodOf } from "./times.ts";

/** What is given: its code, else the name on it. */
export function productOf(medicine: XmlElement, narrative: NarrativeContext): Node | null {
  const product =
    element(medicine, "consumable", "manufacturedProduct") ??
    element(medicine, "product", "manufacturedProduct");
  const material = element(product, "manufacturedMaterial") ?? element(product, "manufacturedLabeledDrug");
  const code = conceptNode(element(material, "code"), narrative);
  const name = saidText(element(material, "name"), narrative)?.replaceAll("\n", " ") ?? null;
  // A code without words is read with the name beside it.
  if (code !== null) return code["text"] === undefined && name !== null ? { ...code, text: name } : code;
  return name === null ? null : { text: name };
}

const statuses = new Map([
  ["active", "active"],
  ["completed", "completed"],
  ["aborted", "stopped"],
  ["suspended", "on-hold"],
  ["held", "on-hold"],
  ["cancelled", "cancelled"],
  ["nullified", "entered-in-error"],
]);

export const reasonsOf = (statement: XmlElement, narrative: NarrativeContext): readonly Node[] =>
  concepts(
    related(statement, "RSON")
      .map((reason) => element(reason, "value") ?? element(reason, "code"))
      .filter((code) => code !== null),
    narrative,
  );

/** "Drug or medication": to deny it is to say that none is taken. */
const anyMedicine = "410942007";

/** Null where the statement names nothing; `none` where it denies every medicine. */
function medicineOf(
  statement: XmlElement,
  narrative: NarrativeContext,
): { product: Node; none: boolean } | null {
  const product = productOf(statement, narrative);
  const isAny = product === null || children(product, "coding")[0]?.["code"] === anyMedicine;
  if (isNegated(statement) && isAny) return { product: { text: "No known medicines" }, none: true };
  if (isDenial(product)) return product === null ? null : { product, none: true };
  const named = product ?? conceptOrText(null, statement, narrative);
  return named === null ? null : { product: named, none: false };
}

/** What is taken is a statement, what was ordered a request. */
export const convertMedicine: StatementConverter = (statement, { resources, narrative }) => {
  const medicine = medicineOf(statement, narrative);
  if (statement.name !== "substanceAdministration" || medicine === null) return false;
  const ordered = isIntended(statement);
  const negated = isNegated(statement) && !medicine.none;
  const said = medicine.none ? null : statusOf(statement);
  const status = said === null ? null : (statuses.get(said) ?? said);
  const period = periodOf(intervalOf(statement));
  const dosage = dosageNode(statement, ordered ? period : null, narrative);
  resources.add(ordered ? "MedicationRequest" : "MedicationStatement", idOfStatement(statement), {
    status: negated && !ordered && status !== "entered-in-error" ? "not-taken" : status,
    doNotPerform: negated && ordered ? true : null,
    medicationCodeableConcept: medicine.product,
    effectivePeriod: ordered ? null : period,
    [ordered ? "authoredOn" : "dateAsserted"]: recordedAt(statement),
    [ordered ? "dosageInstruction" : "dosage"]: dosage === null ? [] : [dosage],
    reasonCode: reasonsOf(statement, narrative),
    note: notes(statement, narrative),
  });
  return true;
};

/** Given or refused; one that is only meant to be given is a plan. */
export const convertImmunization: StatementConverter = (statement, { resources, narrative }) => {
  if (statement.name !== "substanceAdministration" || isIntended(statement)) return false;
  const vaccine = productOf(statement, narrative) ?? conceptOrText(null, statement, narrative);
  if (vaccine === null) return false;
  const status = statusOf(statement);
  const notGiven =
    (isNegated(statement) && !isDenial(vaccine)) || status === "aborted" || status === "cancelled";
  const [reason] = reasonsOf(statement, narrative);
  const material = element(statement, "consumable", "manufacturedProduct", "manufacturedMaterial");
  resources.add("Immunization", idOfStatement(statement), {
    status: status === "nullified" ? "entered-in-error" : notGiven ? "not-done" : status,
    statusReason: notGiven ? reason : null,
    vaccineCode: vaccine,
    occurrenceDateTime: momentOf(intervalOf(statement)),
    lotNumber: saidText(element(material, "lotNumberText"), narrative),
    doseQuantity: quantityNode(element(statement, "doseQuantity")),
    route: conceptNode(element(statement, "routeCode"), narrative),
    site: conceptNode(element(statement, "approachSiteCode"), narrative),
    performer: performers(statement).map((actor) => ({ actor })),
    note: notes(statement, narrative),
  });
  return true;
};
