import type { ClinicalRecord, LaboratoryPoint } from "@consilium/clinical";
import { child, children, line, type Node } from "../json/node.ts";
import { conceptOf, conceptText, joined, notesOf } from "./concept.ts";
import { dateOf, spanOf } from "./dates.ts";
import { numberOf } from "./edition.ts";
import { groupOf, type ObservationGroup, panelTitle } from "./observation-groups.ts";
import { hasWaveform, interpretationOf, type Measured, measuredOf, rangeOf } from "./observation-value.ts";
import type { Found, Reading } from "./reading.ts";
import { SeriesBuilder } from "./series-builder.ts";

/** Which report or panel an observation was reported in, by the observation's own object. */
type Panels = ReadonlyMap<Node, Node>;

/** Observations that a report contains, rather than refers to in the bundle, are read with it. */
export const containedObservations = (found: readonly Found[]): readonly Found[] =>
  found.flatMap(({ entry, node }) =>
    entry.type === "DiagnosticReport"
      ? children(node, "contained")
          .filter((resource) => line(resource, "resourceType") === "Observation")
          .map((resource) => ({ entry, node: resource }))
      : [],
  );

function panelsOf(holders: readonly Found[], reading: Reading): Panels {
  const panels = new Map<Node, Node>();
  for (const { entry, node } of holders) {
    const key = entry.type === "DiagnosticReport" ? "result" : "hasMember";
    for (const reference of children(node, key)) {
      const resolved = reading.index.resolve(line(reference, "reference"), node);
      if (resolved === null) reading.ledger.leavePart(entry, key, "reference-not-in-file");
      else if (!panels.has(resolved.resource)) panels.set(resolved.resource, node);
    }
  }
  return panels;
}

const whenObserved = (node: Node) => {
  const span = spanOf(node, "effective");
  return span.from ?? span.to ?? dateOf(node, "issued");
};

function pointOf(node: Node, holder: Node, measured: Measured, reading: Reading): LaboratoryPoint {
  const status = line(holder, "status");
  const source = numberOf(holder);
  const specimen = specimenOf(holder, reading);
  return {
    id: reading.createId(),
    date: whenObserved(holder),
    value: measured.value,
    range: rangeOf(node),
    interpretation: interpretationOf(node),
    status: status === "final" ? null : status,
    note: joined([conceptText(holder, "bodySite"), ...notesOf(holder)]),
    ...(source !== undefined && { source }),
    ...(specimen !== null && { specimen }),
  };
}

/** What kind it is: two tubes of blood of one moment are one. */
function specimenOf(observation: Node, { index }: Reading): string | null {
  const reference = child(observation, "specimen");
  const found = index.resolve(line(reference, "reference"), observation);
  return found ? conceptText(found.resource, "type") : line(reference, "display");
}

interface Place {
  readonly group: ObservationGroup;
  readonly panel: string | null;
}

/** One point a value: of the observation itself and of each of its components. Says whether there was any. */
function readObservation(found: Found, place: Place, reading: Reading, builder: SeriesBuilder): boolean {
  const { node } = found;
  const method = conceptText(node, "method");
  let read = 0;
  const add = (part: Node, panel: string | null): void => {
    if (hasWaveform(part)) reading.ledger.leavePart(found.entry, "valueSampledData", "waveform");
    const measured = measuredOf(part);
    const concept = conceptOf(child(part, "code"));
    if (measured === null) return;
    read += 1;
    const title = concept ?? { text: "Unnamed observation", codings: [] };
    builder.add({
      ...place,
      panel,
      concept: title,
      unit: measured.unit,
      method,
      point: pointOf(part, node, measured, reading),
    });
  };
  add(node, place.panel);
  for (const component of children(node, "component")) add(component, place.panel ?? panelTitle(node));
  return read > 0;
}

/** Of its own or in a component. */
export const hasValue = (node: Node): boolean =>
  [node, ...children(node, "component")].some((part) => measuredOf(part) !== null);

/** Values in series by code and unit. A panel without a value of its own is represented by its members' group. */
export function observationRecords(
  observations: readonly Found[],
  reports: readonly Found[],
  reading: Reading,
): readonly ClinicalRecord[] {
  const holders = [...reports, ...observations.filter(({ node }) => children(node, "hasMember").length > 0)];
  const panels = panelsOf(holders, reading);
  const builder = new SeriesBuilder(reading);
  const gathering = new Set(panels.values());
  for (const found of observations) {
    const panel = panels.get(found.node) ?? null;
    const place = { group: groupOf(found.node, panel), panel: panelTitle(panel) };
    const isRead = readObservation(found, place, reading, builder);
    if (isRead || gathering.has(found.node)) reading.ledger.represent(found.entry);
    else reading.ledger.leave(found.entry, "no-content");
  }
  return builder.records();
}
