import {
  type AllergyEntry,
  type ClinicalRecord,
  codeSystems,
  type Decimal,
  type Field,
  type LaboratorySeries,
  type ListEntry,
  type MedicineEntry,
  type Place,
  plainTextBlocks,
  type ProblemEntry,
} from "@consilium/clinical";
import { type Day, dayAt } from "@consilium/foundation";
import type { Moment } from "./content-moment.ts";
import type { DemoPlace, DemoRecords } from "./content-records.ts";
import type { DemoCase } from "./content.ts";
import { demoId } from "./demo-id.ts";

type Of<Kind extends keyof DemoRecords> = DemoRecords[Kind][number];

/** A record, and the name under which the content speaks of it. */
export interface PlannedRecord {
  readonly names: readonly string[];
  readonly record: ClinicalRecord;
}

/** All records of a case. Images are no records yet: the report stands for them. */
export function planRecords({ records, case: of, people }: DemoCase, today: Day): PlannedRecord[] {
  const source = people.find(({ workplace }) => workplace !== undefined)?.workplace ?? "";
  const lists = listRecords(records, today).map((list) => ({ ...list, source }));
  return [
    ...records.notes.map((note) => named(note.id, noteOf(note, today))),
    ...records.pathology.map((report) => named(report.id, pathologyOf(report, today))),
    ...records.imaging.map((report) => named(report.id, imagingOf(report, today))),
    {
      names: records.laboratory.map(({ id }) => id),
      record: laboratoryOf(of.id, records.laboratory, source, today),
    },
    ...lists
      .filter(({ content }) => content.entries.length > 0)
      .map((list) => named(list.kind, { ...list, id: demoId("record", `${of.id}/${list.kind}`) })),
  ];
}

const named = (name: string, record: ClinicalRecord): PlannedRecord => ({ names: [name], record });

/** Local time of the institution, whose zone no report says. */
const dateOf = (at: Moment, today: Day): string => `${dayAt(today, at.day)}T${at.time}`;

const loincOf = (text: string, code: string) => ({
  text,
  codings: [{ system: codeSystems.loinc, code, display: null }],
});

const headingOf = (written: Of<"notes"> | Of<"pathology"> | Of<"imaging">, today: Day) => ({
  id: demoId("record", written.id),
  title: written.title,
  date: dateOf(written.date, today),
  source: written.source,
  author: written.author,
  language: "en",
  revealsFirstOpinion: written.revealsFirstOpinion,
});

const noteOf = (note: Of<"notes">, today: Day): ClinicalRecord => ({
  ...headingOf(note, today),
  kind: "note",
  language: note.language ?? "en",
  code: loincOf(note.type, note.loinc),
  content: { blocks: plainTextBlocks(note.text), pages: note.pages },
});

const pathologyOf = (report: Of<"pathology">, today: Day): ClinicalRecord => ({
  ...headingOf(report, today),
  kind: "pathology",
  code: loincOf(report.type, report.loinc),
  content: {
    blocks: plainTextBlocks(report.text),
    fields: Object.entries(report.fields).map(([name, value]) => fieldOf(name, value)),
    places: report.places.map(placeOf),
    accession: report.accession,
    specimenBlocks: report.blocks,
    slideCount: report.slides,
    scanner: report.scanner,
  },
});

const imagingOf = (report: Of<"imaging">, today: Day): ClinicalRecord => ({
  ...headingOf(report, today),
  kind: "imaging-report",
  code: null,
  content: {
    blocks: plainTextBlocks(report.report),
    fields: [
      ...Object.entries(report.measurements ?? {}).map(([name, value]) => fieldOf(name, value)),
      ...(report.contrast ? [{ name: "Contrast", value: report.contrast, unit: null }] : []),
      ...(report.field ? [{ name: "Field strength", value: report.field, unit: null }] : []),
      ...(report.dose ? [{ name: "Dose", value: String(report.dose.dlpMGyCm), unit: "mGy·cm" }] : []),
    ],
    places: report.places.map(placeOf),
    accession: report.accession,
    modality: report.modality,
    series: report.series.map((series) => ({
      number: series.number,
      description: series.description,
      images: series.slices ?? series.frames ?? series.images ?? null,
      thicknessMm: series.thicknessMm ?? null,
      seconds: series.seconds ?? null,
    })),
  },
});

/** `marginRadialMm`: "Margin radial", in mm. */
function fieldOf(name: string, value: string | number): Field {
  const [, words = name, unit] = /^(.*?)(Mm|Ms)?$/.exec(name) ?? [];
  const spaced = words.replaceAll(/(?<=[a-z])(?=[A-Z])/g, " ").toLowerCase();
  return {
    name: spaced.charAt(0).toUpperCase() + spaced.slice(1),
    value: String(value),
    unit: unit?.toLowerCase() ?? null,
  };
}

const placeOf = ({ id, label, series, slice, lead, slide, xywh, measure }: DemoPlace): Place => ({
  id,
  label,
  at:
    series !== undefined && slice !== undefined
      ? { kind: "slice", series, slice, ...(lead !== undefined && { lead }) }
      : slide !== undefined && xywh
        ? { kind: "slide-region", slide, xywh }
        : { kind: "named" },
  measure: measure
    ? {
        shape: measure.kind,
        millimetres: measure.mm ?? [],
        text: measure.text ?? null,
        by: demoId("person", measure.by),
      }
    : null,
});

function laboratoryOf(
  of: string,
  written: DemoRecords["laboratory"],
  source: string,
  today: Day,
): ClinicalRecord {
  const newest = Math.max(...written.flatMap(({ points }) => points.map(({ day }) => day)));
  return {
    id: demoId("record", `${of}/laboratory`),
    kind: "laboratory",
    title: "Laboratory results",
    date: dayAt(today, newest),
    source,
    author: null,
    language: "en",
    code: null,
    revealsFirstOpinion: false,
    content: { series: written.map((series) => seriesOf(series, today)) },
  };
}

const decimal = (number: number): Decimal => ({ text: String(number), number });
const flags = { H: "High", L: "Low", N: "Normal" } as const;

const seriesOf = (series: Of<"laboratory">, today: Day): LaboratorySeries => ({
  id: demoId("series", series.id),
  title: series.title,
  codings: [{ system: codeSystems.loinc, code: series.loinc, display: null }],
  unit: { text: series.unit, ucum: series.ucum },
  group: null,
  method: series.method ?? null,
  points: series.points.map((point) => ({
    id: demoId("point", `${series.id}/${point.id}`),
    date: dayAt(today, point.day),
    value: { kind: "quantity", value: decimal(point.value), comparator: null },
    range: {
      low: series.range.low === null ? null : decimal(series.range.low),
      high: series.range.high === null ? null : decimal(series.range.high),
      text: null,
    },
    interpretation: { code: point.interpretation, text: flags[point.interpretation] },
    status: null,
    note: null,
  })),
});

const entryOf = (id: string, title: string) => ({
  id: demoId("entry", id),
  title,
  codings: [],
  status: null,
  from: null,
  to: null,
  note: null,
});

function listRecords(records: DemoRecords, today: Day) {
  const heading = { id: "", source: "", date: null, author: null, language: "en", code: null };
  const plain = { ...heading, revealsFirstOpinion: false };
  return [
    {
      ...plain,
      kind: "problems" as const,
      title: "Problems",
      content: { entries: records.problems.map((problem) => problemOf(problem, today)) },
    },
    {
      ...plain,
      kind: "medicines" as const,
      title: "Medicines",
      content: { entries: records.medicines.map((medicine) => medicineOf(medicine, today)) },
    },
    {
      ...plain,
      kind: "allergies" as const,
      title: "Allergies",
      content: { entries: records.allergies.map((allergy) => allergyOf(allergy, today)) },
    },
    {
      ...plain,
      kind: "procedures" as const,
      title: "Procedures",
      content: { entries: records.procedures.map((procedure) => procedureOf(procedure, today)) },
    },
  ];
}

const problemOf = (problem: Of<"problems">, today: Day): ProblemEntry => ({
  ...entryOf(problem.id, problem.name),
  status: problem.status,
  from: dayAt(today, problem.from),
  to: problem.to === undefined ? null : dayAt(today, problem.to),
  detail: null,
  certainty: null,
  severity: null,
});

const medicineOf = (medicine: Of<"medicines">, today: Day): MedicineEntry => ({
  ...entryOf(medicine.id, medicine.name),
  status: medicine.to === null ? "active" : "stopped",
  from: dayAt(today, medicine.from),
  to: medicine.to === null ? null : dayAt(today, medicine.to),
  dose: medicine.dose,
  basis: "stated",
  takenAsWritten: medicine.takenAsWritten,
  reason: null,
  stoppedBecause: medicine.stopped ?? null,
});

const allergyOf = (allergy: Of<"allergies">, today: Day): AllergyEntry => ({
  ...entryOf(allergy.id, allergy.substance),
  from: dayAt(today, allergy.from),
  reactions: [{ text: allergy.reaction, severity: allergy.severity }],
  severity: allergy.severity,
  criticality: null,
  certainty: allergy.certainty,
});

const procedureOf = (procedure: Of<"procedures">, today: Day): ListEntry => ({
  ...entryOf(procedure.id, procedure.name),
  from: dayAt(today, procedure.day),
  detail: procedure.place,
});
