import type { Node } from "../json/node.ts";
import { element, elements, type XmlElement } from "../xml/xml-element.ts";
import { concepts, conceptNode, conceptOrText, saidText } from "./concepts.ts";
import { productOf, reasonsOf } from "./medicines.ts";
import { performers } from "./names.ts";
import type { NarrativeContext } from "./narrative-text.ts";
import { valueMembers } from "./observation-values.ts";
import { idOfStatement, isIntended, isNegated, moodOf, notes, recordedAt, statusOf } from "./statements.ts";
import type { StatementConverter } from "./target.ts";
import { beginOf, intervalOf, momentOf, periodOf, timeOf } from "./times.ts";

const intents = new Map([
  ["RQO", "order"],
  ["ORD", "order"],
  ["INT", "plan"],
  ["PRMS", "plan"],
  ["APT", "plan"],
  ["ARQ", "plan"],
  ["PRP", "proposal"],
]);

/** What is planned: the medicine of an administration or supply, else the act by its code. */
const plannedThing = (statement: XmlElement, narrative: NarrativeContext): Node | null =>
  (statement.name === "substanceAdministration" || statement.name === "supply"
    ? productOf(statement, narrative)
    : null) ?? conceptOrText(element(statement, "code"), statement, narrative);

/** What a goal says: its value in words, else its text, else its code. */
function goalDescription(goal: XmlElement, narrative: NarrativeContext): Node | null {
  const code = conceptNode(element(goal, "code"), narrative);
  const { valueString, valueCodeableConcept } = valueMembers(goal, narrative);
  if (typeof valueString === "string") return { text: valueString };
  const text = saidText(element(goal, "text"), narrative);
  if (valueCodeableConcept !== undefined && valueCodeableConcept !== null) {
    return conceptNode(element(goal, "value"), narrative);
  }
  return text === null ? code : { ...code, text: text.replaceAll("\n", " ") };
}

function targetOf(goal: XmlElement, narrative: NarrativeContext): readonly Node[] {
  const { valueQuantity, valueRange } = valueMembers(goal, narrative);
  if (valueQuantity) return [{ detailQuantity: valueQuantity }];
  return valueRange ? [{ detailRange: valueRange }] : [];
}

export const convertGoal: StatementConverter = (statement, { resources, narrative }) => {
  const description = goalDescription(statement, narrative);
  if (statement.name !== "observation" || description === null) return false;
  const time = element(statement, "effectiveTime");
  resources.add("Goal", idOfStatement(statement), {
    lifecycleStatus: statusOf(statement) === "nullified" ? "entered-in-error" : statusOf(statement),
    status: statusOf(statement) === "nullified" ? "entered-in-error" : null,
    description,
    startDate: beginOf(time),
    target: targetOf(statement, narrative),
    note: notes(statement, narrative),
  });
  return true;
};

/** Ordered, planned or proposed; a goal is a goal. What was done already belongs to no plan. */
export const convertPlan: StatementConverter = (statement, target) => {
  if (moodOf(statement) === "GOL") return convertGoal(statement, target);
  const { resources, narrative } = target;
  const code = plannedThing(statement, narrative);
  if (!isIntended(statement) || code === null) return false;
  const time = intervalOf(statement) ?? elements(statement, "effectiveTime")[0] ?? null;
  const moment = timeOf(time);
  const status = statusOf(statement);
  resources.add("ServiceRequest", idOfStatement(statement), {
    status: status === "nullified" ? "entered-in-error" : status,
    intent: intents.get(moodOf(statement)),
    doNotPerform: isNegated(statement) ? true : null,
    code,
    authoredOn: momentOf(time) === null ? recordedAt(statement) : null,
    occurrenceDateTime: moment,
    occurrencePeriod: moment === null ? periodOf(time) : null,
    bodySite: concepts(elements(statement, "targetSiteCode"), narrative),
    reasonCode: reasonsOf(statement, narrative),
    requester: performers(statement)[0],
    note: notes(statement, narrative),
  });
  return true;
};
