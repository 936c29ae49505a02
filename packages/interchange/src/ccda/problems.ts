import type { Node } from "../json/node.ts";
import { attribute, element, type XmlElement } from "../xml/xml-element.ts";
import { codeIs, conceptNode, conceptOrText, isDenial } from "./concepts.ts";
import type { NarrativeContext } from "./narrative-text.ts";
import {
  follows,
  idOfStatement,
  isNegated,
  notes,
  recordedAt,
  related,
  severityObservation,
  statusObservation,
  statusOf,
} from "./statements.ts";
import type { Converter, Target } from "./target.ts";
import { beginOf, hasEnd, timeOf } from "./times.ts";

/** SNOMED CT's words for the status of a problem or an allergy. */
const statuses = new Map([
  ["55561003", "active"],
  ["73425007", "inactive"],
  ["413322009", "resolved"],
  ["277022003", "remission"],
  ["255227004", "recurrence"],
  ["246455001", "recurrence"],
]);

/**
 * A status that somebody stated; else an end means that it is over. That a concern about it is tracked says that it is
 * active; that the concern is no longer tracked says nothing about the problem.
 */
export function clinicalStatus(
  observation: XmlElement,
  concern: XmlElement | null,
  narrative: NarrativeContext,
): Node | null {
  const value = element(statusObservation(observation) ?? statusObservation(concern ?? observation), "value");
  const known = statuses.get(attribute(value, "code") ?? "");
  const stated = known === undefined ? conceptNode(value, narrative) : { coding: [{ code: known }] };
  if (stated !== null) return stated;
  if (hasEnd(element(observation, "effectiveTime"))) return { coding: [{ code: "resolved" }] };
  return concern !== null && statusOf(concern) === "active" ? { coding: [{ code: "active" }] } : null;
}

/** "No known problems": the denial of a problem as such, not of a certain one. */
const anyProblem = ["55607006", "64572001", "404684003"];

export const isRetracted = (...statements: readonly (XmlElement | null)[]): boolean =>
  statements.some((one) => one !== null && statusOf(one) === "nullified");

function addCondition(
  observation: XmlElement,
  concern: XmlElement | null,
  { resources, narrative }: Target,
): boolean {
  const value = element(observation, "value");
  const said = conceptOrText(value, observation, narrative);
  const deniesAny = isNegated(observation) && codeIs(value, ...anyProblem);
  const code = deniesAny && !isDenial(said) ? { text: "No known problems" } : said;
  if (code === null) return false;
  const nothingKnown = deniesAny || isDenial(said);
  const time = element(observation, "effectiveTime");
  const refuted = isNegated(observation) && !nothingKnown;
  resources.add("Condition", idOfStatement(observation), {
    code,
    clinicalStatus: nothingKnown || refuted ? null : clinicalStatus(observation, concern, narrative),
    verificationStatus: isRetracted(observation, concern)
      ? { coding: [{ code: "entered-in-error" }] }
      : refuted
        ? { coding: [{ code: "refuted" }] }
        : null,
    severity: conceptNode(element(severityObservation(observation), "value"), narrative),
    bodySite: [conceptNode(element(observation, "targetSiteCode"), narrative)].filter(
      (site) => site !== null,
    ),
    onsetDateTime: beginOf(time),
    abatementDateTime: timeOf(element(time, "high")),
    recordedDate: recordedAt(observation) ?? (concern === null ? null : recordedAt(concern)),
    note: [...notes(observation, narrative), ...(concern === null ? [] : notes(concern, narrative))],
  });
  return true;
}

/** What an act of concern is about. */
export function subjectsOf(act: XmlElement): readonly XmlElement[] {
  const about = related(act, "SUBJ").filter(isSubject);
  return about.length > 0 ? about : related(act).filter(isSubject);
}

/** Not a remark on how severe or how current it is. */
const isSubject = (one: XmlElement): boolean =>
  one.name === "observation" &&
  !follows(one, "6", "8", "28", "64", "143") &&
  !codeIs(element(one, "code"), "SEV", "33999-4");

/** A concern with its observations, as a problem list has it, or an observation alone. */
export const convertProblem: Converter = (statement, target) => {
  if (statement.name === "observation") return addCondition(statement, null, target) ? 0 : 1;
  const subjects = statement.name === "act" ? subjectsOf(statement) : [];
  const lost = subjects.filter((one) => !addCondition(one, statement, target)).length;
  return subjects.length === 0 ? 1 : lost;
};
