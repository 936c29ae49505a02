import type { Archive } from "./archive.ts";
import { ArchiveFailure } from "./archive-problem.ts";
import { askForDataSets, countOf, type DataSet, dateOf, nameOf, textOf, textsOf, uidOf } from "./data-set.ts";

/** What somebody looks for: what is said must fit. Dates are `2026-11-03`. */
export interface StudySearch {
  readonly family?: string | undefined;
  readonly given?: string | undefined;
  readonly born?: string | undefined;
  readonly patientId?: string | undefined;
  readonly accession?: string | undefined;
  /** The study's date, from and to, both within. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly modality?: string | undefined;
}

/** A study as the archive names it. */
export interface FoundStudy {
  readonly study: string;
  readonly name: string;
  readonly born: string | null;
  readonly patientId: string;
  readonly accession: string;
  readonly date: string | null;
  readonly description: string;
  readonly modalities: readonly string[];
  /** Null: the archive does not say. */
  readonly images: number | null;
}

export interface FoundStudies {
  readonly studies: readonly FoundStudy[];
  /** There are others. */
  readonly isMore: boolean;
}

/** A person chooses among them: whoever finds more looks more closely. */
export const mostStudies = 50;

/** `0008,1030` the description, `0020,1208` the number of images: attributes that not every archive gives by itself. */
const wanted = ["00081030", "00080061", "00201208"];

/** Newest first. Throws `ArchiveFailure`, or the signal's reason. */
export async function findStudies(
  archive: Archive,
  search: StudySearch,
  signal: AbortSignal,
): Promise<FoundStudies> {
  const found = await askForDataSets(archive, pathOf(termsOf(search), mostStudies + 1), signal);
  const studies = found.slice(0, mostStudies).map(studyOf);
  return {
    studies: studies.toSorted((one, other) => (other.date ?? "").localeCompare(one.date ?? "")),
    isMore: found.length > mostStudies,
  };
}

/** Throws `not-found` where the archive has no such study. */
export async function findStudy(archive: Archive, study: string, signal: AbortSignal): Promise<FoundStudy> {
  const found = await askForDataSets(archive, pathOf([["StudyInstanceUID", study]], 2), signal);
  const one = found.map(studyOf).find((other) => other.study === study);
  if (!one) throw new ArchiveFailure("not-found");
  return one;
}

type Term = readonly [name: string, value: string];

function termsOf(search: StudySearch): readonly Term[] {
  const { family, given, born, patientId, accession, from, to, modality } = search;
  const isDated = from !== undefined || to !== undefined;
  const terms: readonly (readonly [string, string | undefined])[] = [
    ["PatientName", nameTerm(family, given)],
    ["PatientBirthDate", born && compact(born)],
    ["PatientID", patientId],
    ["AccessionNumber", accession],
    ["StudyDate", isDated ? `${compact(from ?? "")}-${compact(to ?? "")}` : undefined],
    ["ModalitiesInStudy", modality],
  ];
  return terms.flatMap(([name, value]) => (value ? [[name, value] as const] : []));
}

const compact = (date: string): string => date.replaceAll("-", "");

/** As far as it was written: whoever writes `Lin` and `Ma` finds Mara Lind. */
function nameTerm(family: string | undefined, given: string | undefined): string | undefined {
  if (!family && !given) return undefined;
  return given ? `${family ?? ""}*^${given}*` : `${family}*`;
}

function pathOf(terms: readonly Term[], limit: number): string {
  const query = new URLSearchParams();
  for (const [name, value] of terms) query.append(name, value);
  for (const tag of wanted) query.append("includefield", tag);
  query.append("limit", String(limit));
  // Not every archive takes a plus for a space.
  return `studies?${query.toString().replaceAll("+", "%20")}`;
}

function studyOf(data: DataSet): FoundStudy {
  const study = uidOf(data, "0020000D");
  if (study === undefined) throw new ArchiveFailure("not-dicom");
  return {
    study,
    name: nameOf(data, "00100010"),
    born: dateOf(data, "00100030"),
    patientId: textOf(data, "00100020"),
    accession: textOf(data, "00080050"),
    date: dateOf(data, "00080020"),
    description: textOf(data, "00081030"),
    modalities: textsOf(data, "00080061"),
    images: countOf(data, "00201208"),
  };
}
