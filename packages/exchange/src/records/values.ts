import type { LaboratoryPoint, LaboratorySeries, RecordOf, Unit } from "@consilium/clinical";
import { given, type Named, refer } from "@consilium/report/fhir";
import type { Observation, Quantity } from "@medplum/fhirtypes";
import { written } from "../bundle/decimal.ts";
import { code, conceptOf, dateOf } from "./concept.ts";
import { inWords } from "./problem.ts";
import { codeAmong, oneLine } from "./words.ts";

const states = [
  "registered",
  "preliminary",
  "final",
  "amended",
  "corrected",
  "cancelled",
  "entered-in-error",
  "unknown",
] as const;

/** The category that a reader finds the group by. */
const categories = new Map([
  ["30954-2", "laboratory"],
  ["8716-3", "vital-signs"],
  ["29762-2", "social-history"],
]);

/** Each value, and each panel that some were reported in. */
export function observationsOf(record: RecordOf<"laboratory">): readonly Named[] {
  const { id, content } = record;
  const loinc = record.code?.codings[0]?.code ?? "";
  const category = [code("observation-category", categories.get(loinc) ?? "exam")];
  const nameOf = (series: LaboratorySeries, point: LaboratoryPoint) => `value/${id}/${series.id}/${point.id}`;
  const values = content.series.flatMap((series) =>
    series.points.map((point): Named => ({
      name: nameOf(series, point),
      resource: { ...observationOf(series, point), category },
    })),
  );
  const panels = Map.groupBy(
    content.series.filter(({ group, points }) => group !== null && points.length > 0),
    ({ group }) => group ?? "",
  );
  const gathered = [...panels].map(([title, members], at): Named => ({
    name: `panel/${id}/${at}`,
    resource: {
      resourceType: "Observation",
      status: "final",
      category,
      code: { text: oneLine(title) || "–" },
      subject: refer("patient"),
      hasMember: members.flatMap((series) => series.points.map((point) => refer(nameOf(series, point)))),
    },
  }));
  return [...values, ...gathered];
}

function observationOf(series: LaboratorySeries, point: LaboratoryPoint): Observation {
  const { title, codings, unit, method } = series;
  const { date, range, interpretation, status, note, source, specimen } = point;
  const state = codeAmong(states, status ?? "final") ?? "unknown";
  const words = note === null ? "" : oneLine(note);
  return given<Observation>({
    resourceType: "Observation",
    identifier: identifierOf(source),
    status: state,
    code: conceptOf(title, codings),
    subject: refer("patient"),
    effectiveDateTime: dateOf(date),
    ...valueOf(point, unit),
    method: inWords(method),
    specimen: specimen === undefined || specimen === "" ? null : { display: oneLine(specimen) },
    interpretation: interpretation && [
      interpretation.code === ""
        ? { text: oneLine(interpretation.text) || "–" }
        : {
            ...code("v3-ObservationInterpretation", interpretation.code),
            text: oneLine(interpretation.text) || "–",
          },
    ],
    note: words === "" ? null : [{ text: words }],
    referenceRange: range && [
      given({
        low: range.low && { value: written(range.low) },
        high: range.high && { value: written(range.high) },
        text: range.text === null ? null : oneLine(range.text),
      }),
    ],
  });
}

function valueOf({ value }: LaboratoryPoint, unit: Unit | null): Partial<Observation> {
  switch (value.kind) {
    case "quantity":
      return {
        valueQuantity: given<Quantity>({
          value: written(value.value),
          comparator: value.comparator,
          unit: unit?.text,
          system: unit?.ucum ? "http://unitsofmeasure.org" : null,
          code: unit?.ucum,
        }),
      };
    case "text":
      return { valueString: value.text.trim() || "–" };
    case "coded":
      return { valueCodeableConcept: conceptOf(value.concept.text, value.concept.codings) };
    case "absent":
      return { dataAbsentReason: { text: oneLine(value.reason.replace(/^No value: /, "")) || "–" } };
  }
}

/** Only one that names its system means the same elsewhere. */
function identifierOf(source: string | undefined): Observation["identifier"] | null {
  const at = source?.indexOf("|") ?? -1;
  if (source === undefined) return null;
  if (at > 0) return [{ system: source.slice(0, at), value: source.slice(at + 1) }];
  return /^(?:urn:|https?:)/i.test(source) ? [{ system: "urn:ietf:rfc:3986", value: source }] : null;
}
