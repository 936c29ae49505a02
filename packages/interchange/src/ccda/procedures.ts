import { attribute, element, elements, type XmlElement } from "../xml/xml-element.ts";
import { codeIs, concepts, conceptOrText, isDenial } from "./concepts.ts";
import { reasonsOf } from "./medicines.ts";
import { locationOf, performers } from "./names.ts";
import type { NarrativeContext } from "./narrative-text.ts";
import { subjectsOf } from "./problems.ts";
import { follows, idOfStatement, isIntended, isNegated, notes, related, statusOf } from "./statements.ts";
import type { StatementConverter } from "./target.ts";
import { momentOf, periodOf, timeOf } from "./times.ts";

const procedureStatuses = new Map([
  ["completed", "completed"],
  ["active", "in-progress"],
  ["aborted", "stopped"],
  ["cancelled", "not-done"],
  ["suspended", "on-hold"],
  ["nullified", "entered-in-error"],
]);

const isProcedure = (statement: XmlElement): boolean =>
  ["act", "observation", "procedure"].includes(statement.name) && !isIntended(statement);

/** SNOMED CT's "procedure": to deny it is to say that none was ever done. */
const anyProcedure = "71388002";

/** Done, tried or not done. A moment stays a moment; an interval has its two ends. */
export const convertProcedure: StatementConverter = (statement, { resources, narrative }) => {
  const named = conceptOrText(element(statement, "code"), statement, narrative);
  const deniesAny = isNegated(statement) && codeIs(element(statement, "code"), anyProcedure);
  const code = deniesAny && !isDenial(named) ? { text: "No known procedures" } : named;
  if (!isProcedure(statement) || code === null) return false;
  const none = deniesAny || isDenial(code);
  const said = none ? null : statusOf(statement);
  const status = said === null ? null : (procedureStatuses.get(said) ?? said);
  const time = element(statement, "effectiveTime");
  const moment = timeOf(time) ?? timeOf(element(time, "center"));
  resources.add("Procedure", idOfStatement(statement), {
    status: isNegated(statement) && !none && status !== "entered-in-error" ? "not-done" : status,
    code,
    performedDateTime: moment,
    performedPeriod: moment === null ? periodOf(time) : null,
    bodySite: concepts(elements(statement, "targetSiteCode"), narrative),
    location: locationOf(statement),
    performer: performers(statement).map((actor) => ({ actor })),
    reasonCode: reasonsOf(statement, narrative),
    outcome: concepts(elements(statement, "value"), narrative)[0],
    note: notes(statement, narrative),
  });
  return true;
};

/** What a visit was for: its reasons and its diagnoses. */
function visitReasons(encounter: XmlElement, narrative: NarrativeContext) {
  const diagnoses = related(encounter)
    .filter(
      (one) =>
        one.name === "act" && (follows(one, "80") || attribute(element(one, "code"), "code") === "29308-4"),
    )
    .flatMap(subjectsOf);
  const reasons = related(encounter, "RSON").filter(({ name }) => name === "observation");
  return [...reasons, ...diagnoses]
    .filter((one) => !isNegated(one))
    .map((one) => conceptOrText(element(one, "value"), one, narrative))
    .filter((concept) => concept !== null);
}

const actCodes = "2.16.840.1.113883.5.4";

const visitClass = (code: XmlElement | null): string | null =>
  [...(code === null ? [] : [code]), ...elements(code, "translation")]
    .filter((one) => attribute(one, "codeSystem") === actCodes)
    .map((one) => attribute(one, "code"))
    .find((one) => one !== null) ?? null;

const visitStatuses = new Map([
  ["completed", "finished"],
  ["active", "in-progress"],
  ["aborted", "cancelled"],
  ["cancelled", "cancelled"],
  ["nullified", "entered-in-error"],
]);

export const convertEncounter: StatementConverter = (statement, { resources, narrative }) => {
  if (statement.name !== "encounter" || isIntended(statement)) return false;
  const code = element(statement, "code");
  const kind = visitClass(code);
  const type = conceptOrText(code, statement, narrative);
  const time = element(statement, "effectiveTime");
  const moment = momentOf(time);
  if (type === null && moment === null) return false;
  const said = statusOf(statement);
  const place = locationOf(statement);
  resources.add("Encounter", idOfStatement(statement), {
    status: said === null ? null : (visitStatuses.get(said) ?? said),
    class: kind === null ? null : { code: kind },
    type: type === null ? [] : [type],
    period: periodOf(time),
    reasonCode: visitReasons(statement, narrative),
    location: place === null ? [] : [{ location: place }],
    participant: performers(statement).map((individual) => ({ individual })),
  });
  return true;
};
