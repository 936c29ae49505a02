import { type Database, seriesOfRecords } from "@consilium/database";
import type { ListedImage } from "@consilium/interchange";
import { instancesIn, studiesOfCase } from "../dicomweb/series-index.ts";
import type { MissingImages } from "./delivery-schemas.ts";
import type { Kept, LookedUp } from "./keep-reading.ts";

/** Studies that a person is told of. */
const mostStudies = 100;

/**
 * What the indexes of discs name and what is not here: neither in this delivery nor in the case from an earlier one. An index is a
 * hint, so what it says hinders nothing.
 */
export async function missingImages(
  transaction: Database,
  reading: LookedUp,
  kept: Pick<Kept, "studies">,
): Promise<MissingImages[]> {
  const { directories } = reading.result;
  if (directories.length === 0) return [];
  const here = await whatIsHere(transaction, reading, kept);
  return directories
    .flatMap(({ path, listed }) =>
      Array.from(
        Map.groupBy(listed, ({ studyUid }) => studyUid),
        ([studyUid, images]): MissingImages => ({
          path,
          record: here.records.get(studyUid) ?? null,
          study: images[0]?.study ?? "",
          named: images.length,
          missing: images.filter((image) => !here.has(image, path)).length,
        }),
      ),
    )
    .filter(({ missing }) => missing > 0)
    .slice(0, mostStudies);
}

async function whatIsHere(
  transaction: Database,
  { key, result }: LookedUp,
  { studies }: Pick<Kept, "studies">,
) {
  const named = new Set(result.directories.flatMap(({ listed }) => listed.map(({ studyUid }) => studyUid)));
  const all = await studiesOfCase(transaction, key);
  const before = all.filter(({ studyUid }) => named.has(studyUid));
  const series = await seriesOfRecords(
    transaction,
    key,
    before.map(({ record }) => record.id),
  );
  const uids = new Set([
    ...result.instances.map(({ filed }) => filed.instance.instanceUid),
    ...series.flatMap(({ index }) => instancesIn(index).map(({ instance }) => instance.instanceUid)),
  ]);
  const paths = new Set(result.outcomes.map(({ path }) => asOnDisc(path)));
  const now = studies.flatMap(({ record }) =>
    record.kind === "imaging-study" ? [[record.content.studyUid, record.id] as const] : [],
  );
  return {
    records: new Map([...before.map(({ record, studyUid }) => [studyUid, record.id] as const), ...now]),
    has: ({ instanceUid, path }: ListedImage, directory: string): boolean =>
      uids.has(instanceUid) || (path !== "" && paths.has(asOnDisc(folderOf(directory) + path))),
  };
}

/** With the "/" behind it; "" for none. */
const folderOf = (path: string): string => path.slice(0, path.lastIndexOf("/") + 1);

/** Discs name files in capitals, some with a full stop or a version behind: "IM1.;1". */
const asOnDisc = (path: string): string => path.toUpperCase().replace(/\.?(?:;\d{1,5})?$/, "");
