import { child, children, line, type Node } from "../json/node.ts";
import { codingsOf, conceptOf, loincOf } from "./concept.ts";

/** The records that observations are gathered in, in this order. */
export const observationGroups = ["laboratory", "vital-signs", "social-history", "other"] as const;
export type ObservationGroup = (typeof observationGroups)[number];

export const groupTitles: Readonly<
  Record<ObservationGroup, { readonly title: string; readonly loinc: string | null }>
> = {
  laboratory: { title: "Laboratory results", loinc: "30954-2" },
  "vital-signs": { title: "Vital signs", loinc: "8716-3" },
  "social-history": { title: "Social history", loinc: "29762-2" },
  other: { title: "Examinations and scores", loinc: null },
};

const categories = new Map<string, ObservationGroup>([
  ["laboratory", "laboratory"],
  ["vital-signs", "vital-signs"],
  ["social-history", "social-history"],
  ["exam", "other"],
  ["survey", "other"],
  ["imaging", "other"],
  ["procedure", "other"],
  ["therapy", "other"],
  ["activity", "other"],
]);

/** LOINC codes of the FHIR vital signs profile, for senders that leave the category out. */
const vitalSigns = new Set(
  "85353-1 9279-1 8867-4 2708-6 59408-5 8310-5 8302-2 9843-4 29463-7 39156-5 85354-9 8480-6 8462-4 55284-4".split(
    " ",
  ),
);

const categoryCodes = (node: Node): readonly string[] =>
  children(node, "category").flatMap((category) => codingsOf(category).map(({ code }) => code.toLowerCase()));

/** Laboratory by its report's category (HL7 v2-0074) or LOINC's "LP29693-6". */
export const isLaboratoryReport = (report: Node): boolean =>
  categoryCodes(report).some((code) =>
    ["lab", "laboratory", "hm", "ch", "lp29693-6", "mb", "sr", "bg"].includes(code),
  );

export function groupOf(observation: Node, report: Node | null): ObservationGroup {
  const known = categoryCodes(observation)
    .map((code) => categories.get(code))
    .find((group) => group !== undefined);
  if (known !== undefined) return known;
  if (vitalSigns.has(loincOf(codingsOf(child(observation, "code"))) ?? "")) return "vital-signs";
  if (report !== null && isLaboratoryReport(report)) return "laboratory";
  return "other";
}

/** The words of a panel: a report, or an observation that only gathers others. */
export const panelTitle = (node: Node | null): string | null =>
  node === null ? null : (conceptOf(child(node, "code"))?.text ?? line(node, "id"));
