import { ArchiveFailure } from "./archive-problem.ts";
import type { Archive } from "./archive.ts";
import { askForDataSets, countOf, type DataSet, uidOf } from "./data-set.ts";
import { findStudy } from "./find-studies.ts";

export interface InstanceAddress {
  readonly study: string;
  readonly series: string;
  readonly instance: string;
}

/** As many as one delivery of DICOMweb may have. */
const mostInstances = 10_000;
const mostSeries = 1000;
const pageSize = 500;

const tags = { series: "0020000E", instance: "00080018", imagesOfSeries: "00201209" };

/**
 * Every instance of a study, series by series. Throws `ArchiveFailure`, among others `incomplete` where the study or a series has
 * more than are named, or the signal's reason.
 */
export async function listInstances(
  archive: Archive,
  study: string,
  signal: AbortSignal,
): Promise<readonly InstanceAddress[]> {
  const path = `studies/${study}/series`;
  const listing = { archive, signal };
  const all = await allOf(listing, {
    path,
    query: `includefield=${tags.imagesOfSeries}&`,
    tag: tags.series,
    most: mostSeries,
  });
  const { images } = await findStudy(archive, study, signal);
  const found: InstanceAddress[] = [];
  for (const [series, data] of all) {
    const stated = countOf(data, tags.imagesOfSeries);
    const most = mostInstances - found.length;
    const of = { path: `${path}/${series}/instances`, query: "", tag: tags.instance, most, stated };
    const instances = await allOf(listing, of);
    if (instances.size < (stated ?? 0)) throw new ArchiveFailure("incomplete");
    for (const instance of instances.keys()) found.push({ study, series, instance });
  }
  if (found.length === 0) throw new ArchiveFailure("not-found");
  if (found.length < (images ?? 0)) throw new ArchiveFailure("incomplete");
  return found;
}

interface Listing {
  readonly archive: Archive;
  readonly signal: AbortSignal;
}

interface Listed {
  readonly path: string;
  /** With `&` at its end, or empty. */
  readonly query: string;
  /** Of the identifier. */
  readonly tag: string;
  readonly most: number;
  /** How many there are to be, where that is known. */
  readonly stated?: number | null;
}

/** Page after page until one says nothing new: an archive may give less at once than it is asked for, or all of it each time. */
async function allOf(
  { archive, signal }: Listing,
  { path, query, tag, most, stated }: Listed,
): Promise<ReadonlyMap<string, DataSet>> {
  const found = new Map<string, DataSet>();
  for (;;) {
    const before = found.size;
    const page = `${path}?${query}limit=${pageSize}&offset=${before}`;
    for (const data of await askForDataSets(archive, page, signal)) {
      const uid = uidOf(data, tag);
      if (uid === undefined) throw new ArchiveFailure("not-dicom");
      found.set(uid, data);
    }
    if (found.size > most) throw new ArchiveFailure("too-large");
    if (found.size === before || found.size === stated) return found;
  }
}
