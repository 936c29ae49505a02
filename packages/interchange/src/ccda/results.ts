import type { Json } from "../json/parse-json.ts";
import { element, elements, type XmlElement } from "../xml/xml-element.ts";
import { concepts, conceptNode, conceptOrText } from "./concepts.ts";
import { judgementMembers, valueMembers } from "./observation-values.ts";
import {
  follows,
  idOfStatement,
  isIntended,
  isNegated,
  notes,
  related,
  statementsIn,
  statusOf,
} from "./statements.ts";
import type { Converter, Target } from "./target.ts";
import { momentOf } from "./times.ts";

export type ObservationCategory = "exam" | "laboratory" | "social-history" | "vital-signs";

const statuses = new Map([
  ["completed", "final"],
  ["active", "preliminary"],
  ["held", "registered"],
  ["suspended", "registered"],
  ["aborted", "cancelled"],
  ["cancelled", "cancelled"],
  ["nullified", "entered-in-error"],
]);

const observationStatus = (statement: XmlElement): string | null => {
  const said = statusOf(statement);
  return said === null ? null : (statuses.get(said) ?? said);
};

/** A denial must not be read as its opposite. */
function denial(value: Readonly<Record<string, Json>>, negated: boolean): Readonly<Record<string, Json>> {
  if (!negated) return value;
  return { ...value, note: [{ text: "Negated: this was not found" }] };
}

/** Observations inside an observation that are values of their own, not remarks on it. */
const partsOf = (observation: XmlElement): readonly XmlElement[] => [
  ...related(observation).filter((one) => one.name === "observation" && !follows(one, "6", "8", "28", "64")),
  ...elements(observation, "component").flatMap(statementsIn),
];

class ObservationReader {
  readonly references: string[] = [];
  private readonly category: ObservationCategory;
  private readonly target: Target;

  constructor(category: ObservationCategory, target: Target) {
    this.category = category;
    this.target = target;
  }

  /** False where it has neither a name nor a value. `panel` is the organizer that holds it. */
  read(observation: XmlElement, panel: XmlElement | null): boolean {
    const { narrative, resources } = this.target;
    const code = conceptOrText(element(observation, "code"), observation, narrative);
    const value = valueMembers(observation, narrative);
    const parts = partsOf(observation).map((part) => this.read(part, observation));
    const time = momentOf(element(observation, "effectiveTime")) ?? momentOf(element(panel, "effectiveTime"));
    const hasValue = Object.values(value).some((member) => member !== null && member !== undefined);
    if (!hasValue || code === null) return parts.some(Boolean);
    const remarks = notes(observation, narrative);
    const { note = [], ...measured } = denial(value, isNegated(observation));
    const url = resources.add("Observation", idOfStatement(observation), {
      status: observationStatus(observation),
      category: [{ coding: [{ code: this.category }] }],
      code,
      effectiveDateTime: time,
      ...measured,
      ...judgementMembers(observation, narrative),
      method: concepts(elements(observation, "methodCode"), narrative)[0],
      bodySite: concepts(elements(observation, "targetSiteCode"), narrative)[0],
      note: [...(Array.isArray(note) ? note : []), ...remarks],
    });
    this.references.push(url);
    return true;
  }
}

const isReported = (category: ObservationCategory): boolean => category === "laboratory";

/** A battery of results with its name, as a report that refers to them. */
function addReport(
  organizer: XmlElement,
  references: readonly string[],
  { resources, narrative }: Target,
): void {
  const code = conceptNode(element(organizer, "code"), narrative);
  if (code === null) return;
  resources.add("DiagnosticReport", idOfStatement(organizer), {
    status: observationStatus(organizer),
    category: [{ coding: [{ code: "LAB" }] }],
    code,
    effectiveDateTime: momentOf(element(organizer, "effectiveTime")),
    result: references.map((reference) => ({ reference })),
  });
}

export const membersOf = (organizer: XmlElement): readonly XmlElement[] =>
  elements(organizer, "component").flatMap(statementsIn);

/** Values of one category: an observation, or the members of an organizer. */
export const convertObservations =
  (category: ObservationCategory): Converter =>
  (statement, target) => {
    const reader = new ObservationReader(category, target);
    const isSingle = statement.name === "observation" && !isIntended(statement);
    if (isSingle) return reader.read(statement, null) ? 0 : 1;
    const members = statement.name === "organizer" && !isIntended(statement) ? membersOf(statement) : [];
    let lost = members.length === 0 ? 1 : 0;
    for (const member of members) {
      if (member.name === "organizer") lost += convertObservations(category)(member, target);
      else if (member.name !== "observation" || !reader.read(member, statement)) lost += 1;
    }
    if (isReported(category) && reader.references.length > 0) addReport(statement, reader.references, target);
    return lost;
  };
