import { ArchiveFailure } from "./archive-problem.ts";
import type { Archive } from "./archive.ts";
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
/** Of one family's name, of which those with the given name are left. */
const mostOfFamily = 200;

/** `0008,1030` the description, `0020,1208` the number of images: attributes that not every archive gives by itself. */
const wanted = ["00081030", "00080061", "00201208"];

/** Newest first. Throws `ArchiveFailure`, or the signal's reason. */
export async function findStudies(
  archive: Archive,
  search: StudySearch,
  signal: AbortSignal,
): Promise<FoundStudies> {
  const most = search.given ? mostOfFamily : mostStudies;
  const ask = async (terms: readonly Term[]) =>
    (await askForDataSets(archive, pathOf(terms, most + 1), signal)).map(studyOf);
  let found = await ask(termsOf(search));
  let fitting = found.filter(({ name }) => hasWords(name, search.given ?? ""));
  if (found.length === 0 && numbersOf(search).some((number) => escaped(number) !== number)) {
    found = await ask(termsOf(search, anyOne));
    fitting = found.filter((one) => hasWords(one.name, search.given ?? "") && hasNumbers(one, search));
  }
  const newestFirst = fitting.toSorted((one, other) => (other.date ?? "").localeCompare(one.date ?? ""));
  return {
    studies: newestFirst.slice(0, mostStudies),
    isMore: found.length > most || fitting.length > mostStudies,
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

const asItIs = (number: string): string => number;

/** `write`: how numbers are asked for. */
function termsOf(search: StudySearch, write = asItIs): readonly Term[] {
  const { family, born, patientId, accession, from, to, modality } = search;
  const isDated = from !== undefined || to !== undefined;
  const terms: readonly (readonly [string, string | undefined])[] = [
    ["PatientName", family && `${anyOne(family)}*`],
    ["PatientBirthDate", born && compact(born)],
    ["PatientID", patientId && write(patientId)],
    ["AccessionNumber", accession && write(accession)],
    ["StudyDate", isDated ? `${compact(from ?? "")}-${compact(to ?? "")}` : undefined],
    ["ModalitiesInStudy", modality],
  ];
  return terms.flatMap(([name, value]) => (value ? [[name, value] as const] : []));
}

const compact = (date: string): string => date.replaceAll("-", "");

/**
 * What a query has to escape is asked for as any one character, so that accents are found without them too, and also in archives
 * that undo no escapes (Orthanc 1.10 with DICOMweb 1.7). For these the given name, which a `^` would lead, is compared here.
 * Numbers are asked for as they are, since some archives take no `?` in them; so only where that finds nothing, and then all that is
 * found is compared here, too.
 */
const anyOne = (text: string): string => text.replaceAll(/[^A-Za-z0-9.-]/gu, "?");

const numbersOf = ({ patientId, accession }: StudySearch): readonly string[] =>
  [patientId, accession].filter((number) => number !== undefined);

/** Texts of an archive come with each space once. */
const isNumber = (number: string, asked: string | undefined): boolean =>
  asked === undefined || number === asked.replaceAll(/\s+/g, " ");

const hasNumbers = (study: FoundStudy, { patientId, accession }: StudySearch): boolean =>
  isNumber(study.patientId, patientId) && isNumber(study.accession, accession);

/** Words without case and accents. */
const wordsOf = (text: string): readonly string[] =>
  text
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");

/** Whether each of the words begins one of the name: whoever writes `Ma` finds Mara. */
function hasWords(name: string, words: string): boolean {
  const all = wordsOf(name);
  return wordsOf(words).every((word) => all.some((one) => one.startsWith(word)));
}

function pathOf(terms: readonly Term[], limit: number): string {
  const query = terms.map(([name, value]) => `${name}=${escaped(value)}`);
  const fields = wanted.map((tag) => `includefield=${tag}`);
  return `studies?${[...query, ...fields, `limit=${limit}`].join("&")}`;
}

/** These may stand as they are (RFC 3986, 3.4). */
const escaped = (value: string): string =>
  encodeURIComponent(value).replaceAll(/%(?:2F|3A|3F)/g, decodeURIComponent);

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
