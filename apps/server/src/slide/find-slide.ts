import { buffer } from "node:stream/consumers";
import {
  type RecordOf,
  recordsAccess,
  recordSchema,
  tileNumber,
  type TileRange,
  tileRange,
} from "@consilium/clinical";
import { type CaseKey, findRecord } from "@consilium/database";
import type { Visit } from "../api/api-context.ts";
import type { Services } from "../services.ts";

type Slide = RecordOf<"slide">;

/** Undefined: there is no such slide, or a blind specialist may not know of it. */
export async function findSlide(
  { open: { database }, now }: Services,
  { seat, facts, key }: Visit,
  recordId: string,
): Promise<Slide | undefined> {
  const access = recordsAccess(seat, facts, now());
  if (!access.read) return undefined;
  const found = await findRecord(database, key, key.caseId, recordId);
  if (!found || (found.reveals && access.withoutRevealing)) return undefined;
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

function indexOf({ caseFiles }: Services, key: CaseKey, { id, bytes }: Slide["content"]["tiles"]["index"]) {
  const known = held.get(id) ?? buffer(caseFiles.read(key, { id, bytes }));
  held.delete(id);
  held.set(id, known);
  known.catch(() => held.delete(id));
  const [oldest] = held.keys();
  if (held.size > most && oldest !== undefined) held.delete(oldest);
  return known;
}

/** Where a tile lies in the file of tiles. Undefined: the slide has no such tile. */
export async function findTile(
  services: Services,
  key: CaseKey,
  { content }: Slide,
  { level, column, row }: TilePlace,
): Promise<TileRange | undefined> {
  const number = tileNumber(content, level, column, row);
  if (number === undefined) return undefined;
  const range = tileRange(await indexOf(services, key, content.tiles.index), number);
  return range && range.start + range.length <= content.tiles.file.bytes ? range : undefined;
}
