import { type AllergyEntry, dayOf, type ListEntry, type ProblemEntry } from "@consilium/clinical";
import { child, children, line, type Node } from "../json/node.ts";
import {
  codeOf,
  conceptOf,
  conceptText,
  conceptTexts,
  joined,
  notesOf,
  quantityText,
  rangeText,
} from "./concept.ts";
import { dateOf, periodOf, type Span, spanOf } from "./dates.ts";
import { type Found, nameOf, namesOf, type Reading } from "./reading.ts";
import { reasonsOf } from "./reasons.ts";

/** Null where the resource says nothing that can be read. */
export type Mapper<Entry> = (found: Found, reading: Reading) => Entry | null;

/** What did not happen must not look, in a list of titles, like what did. */
const denied = (prefix: string, title: string): string => `${prefix}: ${title}`;

function base(node: Node, key: string, reading: Reading, span: Span) {
  const concept = conceptOf(child(node, key));
  if (concept === null) return null;
  return {
    id: reading.createId(),
    title: concept.text,
    codings: concept.codings,
    status: line(node, "status"),
    from: span.from,
    to: span.to,
    note: joined(notesOf(node), "\n"),
  };
}

const ageAt = (node: Node, stem: string): string | null => {
  const age = quantityText(child(node, `${stem}Age`)) ?? rangeText(child(node, `${stem}Range`));
  return age === null ? null : `${stem === "onset" ? "From" : "Until"} age ${age}`;
};

const recordedIn = (node: Node, span: Span): string | null => {
  const recorded = dateOf(node, "recordedDate");
  return span.from === null && recorded !== null ? `Recorded ${dayOf(recorded)}` : null;
};

export const problemOf: Mapper<ProblemEntry> = ({ node }, reading) => {
  const onset = spanOf(node, "onset");
  const abatement = spanOf(node, "abatement");
  const entry = base(node, "code", reading, { ...onset, to: abatement.from ?? onset.to });
  if (entry === null) return null;
  const certainty = codeOf(node, "verificationStatus");
  const stages = children(node, "stage").map((stage) => conceptText(stage, "summary"));
  return {
    ...entry,
    title: certainty === "refuted" ? denied("Ruled out", entry.title) : entry.title,
    status: codeOf(node, "clinicalStatus"),
    certainty,
    severity: conceptText(node, "severity"),
    detail: joined([
      ...conceptTexts(node, "bodySite"),
      ...stages,
      onset.words,
      ageAt(node, "onset"),
      abatement.words,
      ageAt(node, "abatement"),
      recordedIn(node, onset),
    ]),
  };
};

function reactionsOf(node: Node): AllergyEntry["reactions"] {
  return children(node, "reaction").flatMap((reaction) => {
    const shown = [...conceptTexts(reaction, "manifestation"), line(reaction, "description")];
    const to = conceptText(reaction, "substance");
    const words = joined([joined(shown, ", "), to === null ? null : `to ${to}`], " ");
    return words === null ? [] : [{ text: words, severity: line(reaction, "severity") }];
  });
}

const severities = ["severe", "moderate", "mild"];

export const allergyOf: Mapper<AllergyEntry> = ({ node }, reading) => {
  const onset = spanOf(node, "onset");
  const entry = base(node, "code", reading, onset);
  if (entry === null) return null;
  const certainty = codeOf(node, "verificationStatus");
  const reactions = reactionsOf(node);
  return {
    ...entry,
    title: certainty === "refuted" ? denied("Ruled out", entry.title) : entry.title,
    status: codeOf(node, "clinicalStatus"),
    certainty,
    criticality: line(node, "criticality"),
    reactions,
    severity:
      severities.find((severity) => reactions.some((reaction) => reaction.severity === severity)) ?? null,
    note: joined([entry.note, onset.words, ageAt(node, "onset"), recordedIn(node, onset)], "\n"),
  };
};

export const procedureOf: Mapper<ListEntry> = ({ node }, reading) => {
  const performed = spanOf(node, "performed");
  const entry = base(node, "code", reading, performed);
  if (entry === null) return null;
  const performers = children(node, "performer").flatMap((performer) => children(performer, "actor"));
  return {
    ...entry,
    title: entry.status === "not-done" ? denied("Not done", entry.title) : entry.title,
    detail: joined([
      ...conceptTexts(node, "bodySite"),
      performed.words,
      nameOf(reading, node, child(node, "location")),
      ...namesOf(reading, node, performers),
      ...reasonsOf(node, reading),
      conceptText(node, "outcome"),
      ...conceptTexts(node, "complication"),
    ]),
  };
};

export const immunizationOf: Mapper<ListEntry> = ({ node }, reading) => {
  const given = spanOf(node, "occurrence");
  const entry = base(node, "vaccineCode", reading, given);
  if (entry === null) return null;
  const lot = line(node, "lotNumber");
  const actors = children(node, "performer").flatMap((performer) => children(performer, "actor"));
  return {
    ...entry,
    title: entry.status === "not-done" ? denied("Not given", entry.title) : entry.title,
    detail: joined([
      given.words,
      quantityText(child(node, "doseQuantity")),
      conceptText(node, "site"),
      conceptText(node, "route"),
      lot === null ? null : `Lot ${lot}`,
      conceptText(node, "statusReason"),
      nameOf(reading, node, child(node, "location")),
      ...namesOf(reading, node, actors),
    ]),
  };
};

const classes = new Map([
  ["AMB", "Outpatient visit"],
  ["EMER", "Emergency visit"],
  ["IMP", "Stay in hospital"],
  ["ACUTE", "Stay in hospital"],
  ["HH", "Visit at home"],
  ["VR", "Virtual visit"],
]);

export const encounterOf: Mapper<ListEntry> = ({ node }, reading) => {
  const setting = line(child(node, "class"), "code") ?? "";
  const [firstType] = children(node, "type");
  const concept = conceptOf(firstType ?? null);
  const people = children(node, "participant").flatMap((participant) => children(participant, "individual"));
  const places = children(node, "location").flatMap((place) => children(place, "location"));
  const period = periodOf(child(node, "period"));
  return {
    id: reading.createId(),
    title: concept?.text ?? classes.get(setting) ?? line(child(node, "class"), "display") ?? "Visit",
    codings: concept?.codings ?? [],
    status: line(node, "status"),
    from: period.from,
    to: period.to,
    note: null,
    detail: joined([
      ...conceptTexts(node, "reasonCode"),
      nameOf(reading, node, child(node, "serviceProvider")),
      ...namesOf(reading, node, places),
      ...namesOf(reading, node, people),
    ]),
  };
};
