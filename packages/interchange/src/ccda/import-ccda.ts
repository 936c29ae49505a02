import type { ClinicalRecord, TextBlock } from "@consilium/clinical";
import { admitEntries } from "../fhir/admit-entries.ts";
import { attach } from "../fhir/attach.ts";
import { BundleIndex, type Entry } from "../fhir/bundle-index.ts";
import type { ImportedDocument, ImportOptions } from "../fhir/imported.ts";
import { bookImpossibleDates } from "../fhir/impossible-dates.ts";
import { Ledger } from "../fhir/ledger.ts";
import { mapEntries } from "../fhir/map-entries.ts";
import { civilIdentifiers, patientOf } from "../fhir/patient.ts";
import type { Read } from "../fhir/read-file.ts";
import type { Reading } from "../fhir/reading.ts";
import { recordHeading } from "../fhir/record-heading.ts";
import { textRecord } from "../fhir/reports.ts";
import type { Node } from "../json/node.ts";
import { readXml, xmlLimits } from "../xml/read-xml.ts";
import { element, type XmlElement } from "../xml/xml-element.ts";
import { startsLikeXml, xmlRoot } from "../xml/xml-root.ts";
import { editionOfCcda } from "./document-edition.ts";
import { type DocumentHeader, headerOf, patientOfDocument } from "./document-header.ts";
import { elementsById, type NarrativeContext } from "./narrative-text.ts";
import { ResourceList } from "./resource-list.ts";
import { codeSection, type Section, sectionBlocks, sectionsIn } from "./sections.ts";
import { readUnstructured } from "./unstructured-body.ts";

const isClinicalDocument = ({
  name,
  namespace,
}: {
  readonly name: string;
  readonly namespace: string;
}): boolean => name === "ClinicalDocument" && (namespace === "urn:hl7-org:v3" || namespace === "");

/** Whether a file is a clinical document of HL7's CDA, from its first bytes. */
export function isCcda(file: Uint8Array): boolean {
  const root = xmlRoot(file);
  return root !== undefined && isClinicalDocument(root);
}

function noteRecord(
  header: DocumentHeader,
  blocks: readonly TextBlock[],
  reading: Reading,
): ClinicalRecord | null {
  if (blocks.length === 0) return null;
  return textRecord("note", headingOf(header, reading), blocks);
}

const headingOf = (header: DocumentHeader, reading: Reading) =>
  recordHeading(reading, { ...header, source: header.custodian });

/** A body that is a file: its words, or the file itself under the document's heading. */
function fileBlocks(document: XmlElement, header: DocumentHeader, reading: Reading): readonly TextBlock[] {
  const body = element(document, "component", "nonXMLBody");
  if (body === null) return [];
  const { blocks, files } = readUnstructured(body, reading);
  attach(reading, files, { heading: headingOf(header, reading), type: "nonXMLBody", part: "text", id: "" });
  return blocks;
}

/** The document's own text, as one note; every section with its heading. */
function noteBlocks(
  document: XmlElement,
  header: DocumentHeader,
  sections: readonly Section[],
  narrative: NarrativeContext,
  reading: Reading,
): readonly TextBlock[] {
  return [
    ...fileBlocks(document, header, reading),
    ...sections.flatMap((section) => sectionBlocks(section, narrative, reading.ledger)),
  ];
}

function readDocument(document: XmlElement, patient: Node, options: ImportOptions): ImportedDocument {
  const narrative: NarrativeContext = { byId: elementsById(document), footnotes: new Map(), pictures: 0 };
  const header = headerOf(document, narrative);
  const sections = sectionsIn(element(document, "component", "structuredBody"));
  const resources = new ResourceList();
  const ledger = new Ledger();
  for (const section of sections) codeSection(section, { resources, narrative }, ledger);
  const person: Entry = { type: "Patient", id: null, fullUrl: null, resource: patient };
  const entries = [person, ...resources.entries];
  const index = new BundleIndex(entries);
  const about = patientOf(patient);
  const named = namedIn(about);
  const reading: Reading = {
    index,
    ledger,
    attached: options.takesFiles ? [] : null,
    createId: options.createId,
    source: header.custodian,
    asOf: header.date,
    edition: editionOfCcda(document, named),
    patient: named,
  };
  ledger.represent(person);
  if (civilIdentifiers(patient) > 0) ledger.leavePart(person, "identifier", "administrative");
  const note = noteRecord(header, noteBlocks(document, header, sections, narrative, reading), reading);
  const found = admitEntries(entries, null, index, ledger);
  const coded = mapEntries(found, reading);
  bookImpossibleDates(found, ledger);
  bookImpossibleDay(header, ledger);
  return {
    format: "c-cda",
    records: note === null ? coded : [note, ...coded],
    attached: reading.attached ?? [],
    notUnderstood: ledger.notUnderstood(),
    counts: ledger.counts([...entries, ...sections.map(({ entry }) => entry)]),
    importedAt: options.now.toISOString(),
    patient: about,
    referral: null,
  };
}

function bookImpossibleDay({ impossibleDate }: ReturnType<typeof headerOf>, ledger: Ledger): void {
  if (impossibleDate !== null)
    ledger.leavePart(wholeDocument, "effectiveTime", "impossible-date", impossibleDate);
}

const namedIn = ({ name, birthDate }: ReturnType<typeof patientOf>) =>
  name === "" ? null : { name, born: birthDate };

const wholeDocument: Entry = { type: "ClinicalDocument", id: null, fullUrl: null, resource: null };

/**
 * A C-CDA document as what a case needs: one note with the text of every section, and beside it what of its entries
 * could be coded. The file is untrusted: it is refused with a closed reason or read as far as it can be, and never
 * throws. What could not be coded is counted in `notUnderstood` under the section's title; its text is in the note.
 */
export function importCcda(file: Uint8Array, options: ImportOptions): Read<ImportedDocument> {
  if (file.length > 0 && file.length <= xmlLimits.bytes && !startsLikeXml(file)) return notCcda;
  const read = readXml(file);
  if (!read.ok) return read;
  const document = read.value;
  if (!isClinicalDocument(document)) return notCcda;
  const patient = patientOfDocument(document);
  return patient.ok ? { ok: true, value: readDocument(document, patient.value, options) } : patient;
}

const notCcda = { ok: false, refusal: { reason: "not-c-cda" } } as const;
