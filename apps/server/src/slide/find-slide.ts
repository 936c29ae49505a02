import { buffer } from "node:stream/consumers";
import {
  type DicomTiles,
  type RecordOf,
  mayReadRecord,
  recordsAccess,
  recordSchema,
  type StoredFile,
  tileFrame,
  tileNumber,
  tileRange,
} from "@consilium/clinical";
import { type CaseKey, findRecord } from "@consilium/database";
import type { ByteRange } from "@consilium/interchange";
import type { Visit } from "../api/api-context.ts";
import { instanceOf, readableSeries } from "../dicomweb/read-study.ts";
import type { Services } from "../services.ts";

type Slide = RecordOf<"slide">;

/** Undefined: there is no such slide, or a blind specialist may not know of it. */
export async function findSlide(
  { open: { database }, now }: Services,
  { seat, facts, key }: Visit,
  recordId: string,
): Promise<Slide | undefined> {
  const access = recordsAccess(seat, facts, now());
  const found = await findRecord(database, key, key.caseId, recordId);
  if (!found || !mayReadRecord(access, found)) return undefined;
  const record = recordSchema.parse(found.content);
  return record.kind === "slide" ? record : undefined;
}

export interface TilePlace {
  readonly level: number;
  readonly column: number;
  readonly row: number;
}

/** Indexes of slides that are looked at, by file, which never changes: each screen asks for dozens of tiles. */
const held = new Map<string, Promise<Uint8Array>>();
const most = 32;

function indexOf({ caseFiles }: Services, key: CaseKey, { id, bytes }: StoredFile) {
  const known = held.get(id) ?? buffer(caseFiles.read(key, { id, bytes }));
  held.delete(id);
  held.set(id, known);
  known.catch(() => held.delete(id));
  const [oldest] = held.keys();
  if (held.size > most && oldest !== undefined) held.delete(oldest);
  return known;
}

export interface TileBytes {
  readonly file: Pick<StoredFile, "id" | "bytes">;
  /** One behind the other they are the tile. */
  readonly ranges: readonly ByteRange[];
}

/** Where a tile lies. Undefined: the slide has no such tile, or its study is not for this seat. */
export function findTile(
  services: Services,
  visit: Visit,
  { content }: Slide,
  place: TilePlace,
): Promise<TileBytes | undefined> {
  const { tiles } = content;
  return "levels" in tiles
    ? frameOf(services, visit, tiles, place)
    : cutTileOf(services, visit, { ...content, tiles }, place);
}

type Content = Slide["content"];
type CutTiles = Exclude<Content["tiles"], DicomTiles>;

async function cutTileOf(
  services: Services,
  { key }: Visit,
  content: Omit<Content, "tiles"> & { readonly tiles: CutTiles },
  { level, column, row }: TilePlace,
): Promise<TileBytes | undefined> {
  const { file, index } = content.tiles;
  const number = tileNumber(content, level, column, row);
  if (number === undefined) return undefined;
  const range = tileRange(await indexOf(services, key, index), number);
  if (!range || range.start + range.length > file.bytes) return undefined;
  return { file, ranges: [[range.start, range.length]] };
}

/** A tile that is a frame of DICOM lies where the study's index says. */
async function frameOf(
  services: Services,
  visit: Visit,
  { studyUid, seriesUid, levels }: DicomTiles,
  { level, column, row }: TilePlace,
): Promise<TileBytes | undefined> {
  const found = levels[level];
  const frame = tileFrame(found, column, row);
  if (!found || frame === undefined) return undefined;
  const series = await readableSeries(services, visit, studyUid, seriesUid);
  const one = series && instanceOf(series, found.instanceUid);
  const ranges = one?.instance.pixels?.frames[frame - 1];
  return one && ranges ? { file: { id: one.fileId, bytes: one.bytes }, ranges } : undefined;
}
