import type { Node } from "../json/node.ts";
import { attribute, element, elements, type XmlElement } from "../xml/xml-element.ts";
import { codeIs, conceptNode, conceptOrText, isDenial, saidText } from "./concepts.ts";
import type { NarrativeContext } from "./narrative-text.ts";
import { clinicalStatus, isRetracted, subjectsOf } from "./problems.ts";
import {
  follows,
  idOfStatement,
  isNegated,
  notes,
  recordedAt,
  related,
  severityObservation,
} from "./statements.ts";
import type { Converter, Target } from "./target.ts";
import { beginOf } from "./times.ts";

const severities = new Map([
  ["255604002", "mild"],
  ["6736007", "moderate"],
  ["24484000", "severe"],
]);

function severityOf(statement: XmlElement, narrative: NarrativeContext): string | null {
  const value = element(severityObservation(statement), "value");
  const known = severities.get(attribute(value, "code") ?? "");
  const said = conceptNode(value, narrative)?.["text"];
  return known ?? (typeof said === "string" ? said : null);
}

const criticalities = new Map([
  ["CRITH", "high"],
  ["CRITL", "low"],
  ["CRITU", "unable-to-assess"],
]);

function criticalityOf(observation: XmlElement): string | null {
  const said = related(observation).find(
    (one) => follows(one, "145") || codeIs(element(one, "code"), "82606-5"),
  );
  return criticalities.get(attribute(element(said ?? null, "value"), "code") ?? "") ?? null;
}

function reactionsOf(observation: XmlElement, narrative: NarrativeContext): readonly Node[] {
  return related(observation)
    .filter(
      (one) =>
        follows(one, "9") || codeIs(element(one, "code"), "ASSERTION") || isManifestation(observation, one),
    )
    .flatMap((reaction) => {
      const what = conceptOrText(element(reaction, "value"), reaction, narrative);
      const severity = severityOf(reaction, narrative);
      if (what === null) return [];
      return [{ manifestation: [what], ...(severity === null ? {} : { severity }) }];
    });
}

const isManifestation = (observation: XmlElement, one: XmlElement): boolean =>
  related(observation, "MFST").includes(one) && one.name === "observation" && !follows(one, "28", "8");

/** The substance that was taken: of whichever participant names one. */
function substanceOf(observation: XmlElement, narrative: NarrativeContext): Node | null {
  for (const participant of elements(observation, "participant")) {
    const entity = element(participant, "participantRole", "playingEntity");
    const code = conceptNode(element(entity, "code"), narrative);
    const name = saidText(element(entity, "name"), narrative);
    if (code !== null) return code;
    if (name !== null) return { text: name };
  }
  return null;
}

/** Kinds of allergy that name no substance. */
const anyAllergy = ["419199007", "419511003", "106190000", "420134006", "418038007"];
const anyDrugAllergy = ["416098002", "416093006", "59037007"];
const anyFoodAllergy = ["414285001", "235719002", "418471000"];

/** "No known allergies", "no known drug allergies": a denial without a substance. */
function denied(value: XmlElement | null, narrative: NarrativeContext): Node | null {
  if (codeIs(value, ...anyAllergy)) return { text: "No known allergies" };
  if (codeIs(value, ...anyDrugAllergy)) return { text: "No known drug allergies" };
  if (codeIs(value, ...anyFoodAllergy)) return { text: "No known food allergies" };
  const said = conceptNode(value, narrative)?.["text"];
  return typeof said === "string" ? { text: `None known: ${said}` } : null;
}

function addAllergy(
  observation: XmlElement,
  concern: XmlElement | null,
  { resources, narrative }: Target,
): boolean {
  const value = element(observation, "value");
  const substance = substanceOf(observation, narrative);
  const said = substance ?? conceptOrText(value, observation, narrative);
  const deniesAny = isNegated(observation) && substance === null && !isDenial(said);
  const code = deniesAny ? denied(value, narrative) : said;
  if (code === null) return false;
  const nothingKnown = deniesAny || isDenial(said);
  const severity =
    severityOf(observation, narrative) ?? (concern === null ? null : severityOf(concern, narrative));
  const retracted = isRetracted(observation, concern);
  const refuted = isNegated(observation) && !nothingKnown;
  const certainty = retracted ? "entered-in-error" : refuted ? "refuted" : null;
  resources.add("AllergyIntolerance", idOfStatement(observation), {
    code,
    clinicalStatus: nothingKnown || refuted ? null : clinicalStatus(observation, concern, narrative),
    verificationStatus: certainty === null ? null : { coding: [{ code: certainty }] },
    criticality: nothingKnown ? null : criticalityOf(observation),
    onsetDateTime: beginOf(element(observation, "effectiveTime")),
    recordedDate: recordedAt(observation) ?? (concern === null ? null : recordedAt(concern)),
    reaction: nothingKnown ? [] : reactionsOf(observation, narrative),
    note: [
      // Of the allergy as such, which FHIR knows only of each reaction.
      ...(severity === null ? [] : [{ text: `Severity: ${severity}` }]),
      ...notes(observation, narrative),
      ...(concern === null ? [] : notes(concern, narrative)),
    ],
  });
  return true;
}

export const convertAllergy: Converter = (statement, target) => {
  if (statement.name === "observation") return addAllergy(statement, null, target) ? 0 : 1;
  const subjects = statement.name === "act" ? subjectsOf(statement) : [];
  const lost = subjects.filter((one) => !addAllergy(one, statement, target)).length;
  return subjects.length === 0 ? 1 : lost;
};
