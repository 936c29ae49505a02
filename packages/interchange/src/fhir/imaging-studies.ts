import type { ClinicalRecord, ImagingSeries } from "@consilium/clinical";
import { child, children, count, line, type Node } from "../json/node.ts";
import { conceptText, conceptTexts, joined, notesOf, readableTitle } from "./concept.ts";
import { dateOf } from "./dates.ts";
import { type Found, nameOf, namesOf, placeOf, type Reading } from "./reading.ts";
import { recordHeading } from "./record-heading.ts";

const bodySiteOf = (series: Node): string | null => {
  const display = line(child(series, "bodySite"), "display");
  return display === null ? null : readableTitle(display);
};

const seriesOf = (series: Node): ImagingSeries => {
  const place = bodySiteOf(series);
  const [title] = children(series, "instance").map((instance) => line(instance, "title"));
  return {
    number: count(series, "number"),
    description: line(series, "description") ?? joined([place, title ?? null], ", ") ?? "Series",
    images: count(series, "numberOfInstances"),
    thicknessMm: null,
    seconds: null,
  };
};

const modalityNames = new Map([
  ["DX", "Radiograph"],
  ["CR", "Radiograph"],
  ["CT", "CT"],
  ["MR", "MRI"],
  ["US", "Ultrasound"],
  ["PT", "PET"],
  ["MG", "Mammogram"],
  ["XA", "Angiography"],
]);

function titleOf(study: Node, modality: string, series: readonly Node[]): string {
  const place = series.map((item) => bodySiteOf(item)).find((found) => found !== null);
  const done = conceptTexts(study, "procedureCode")[0] ?? conceptText(study, "procedureReference");
  return (
    line(study, "description") ??
    done ??
    joined([modalityNames.get(modality) ?? "Imaging study", place?.toLowerCase() ?? null], ", ") ??
    "Imaging study"
  );
}

/** What a record of a study says whose pictures are not in its file. */
export const namedStudyWords = "The file names this study. Its images and its report are not in it.";

/** That a study was made, when and of what. Its images are not in a FHIR file. */
export function imagingStudyRecord({ node, entry }: Found, reading: Reading): ClinicalRecord {
  const series = children(node, "series");
  const first = series[0] ?? null;
  const modality =
    line(child(first, "modality"), "code") ?? line(children(node, "modality")[0] ?? null, "code") ?? "";
  const said = [...notesOf(node), ...conceptTexts(node, "reasonCode")];
  reading.ledger.represent(entry);
  return {
    ...recordHeading(reading, {
      title: titleOf(node, modality, series),
      date: dateOf(node, "started") ?? dateOf(first, "started"),
      author: joined(namesOf(reading, node, children(node, "interpreter")), ", "),
      source: nameOf(reading, node, child(node, "location")) ?? placeOf(reading, node),
    }),
    kind: "imaging-report",
    content: {
      blocks: [
        { type: "paragraph", text: namedStudyWords },
        ...said.map((words) => ({ type: "paragraph", text: words }) as const),
      ],
      fields: [],
      places: [],
      accession: null,
      modality,
      series: series.map(seriesOf),
    },
  };
}
