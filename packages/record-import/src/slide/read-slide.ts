import type { ClinicalRecord, StoredFile } from "@consilium/clinical";
import { kept, type Kept, notRead, type NotKept } from "../file-reading.ts";
import { isOfPicture } from "../picture/open-picture.ts";
import type { Desk, FileInHand } from "../readers/reader.ts";
import { headingOf } from "../readers/record-of-file.ts";
import { memorySource, piecesOf } from "../source.ts";
import { type CutSlide, cutTiles, tileOverlap, tileSize } from "./cut-tiles.ts";
import type { SlideScale } from "./slide-facts.ts";

export interface SlideInHand {
  readonly file: FileInHand;
  readonly content: Uint8Array;
  readonly mediaType: string;
  readonly scale: SlideScale;
}

/** A picture that is too large to be shown as a whole, in tiles; what came is kept beside them. */
export async function readSlide(slide: SlideInHand, desk: Desk): Promise<Kept | NotKept> {
  // Some hundred million pixels take longer than anything else.
  desk.takeLong();
  let cut;
  try {
    cut = await cutTiles(slide.content, desk.limits);
  } catch (error) {
    if (!isOfPicture(error)) throw error;
    return notRead(reasonOf(error.message));
  }
  return kept({ records: [await recordOf(slide, cut, desk)] });
}

function reasonOf(message: string): "too-many-pixels" | "cut-off" | "damaged" {
  if (/pixel limit/i.test(message)) return "too-many-pixels";
  return /premature|truncated|end of (?:file|stream|image)|not enough data|short read|got \d+ bytes, expected/i.test(
    message,
  )
    ? "cut-off"
    : "damaged";
}

async function recordOf(
  { file, mediaType, scale }: SlideInHand,
  cut: CutSlide,
  desk: Desk,
): Promise<ClinicalRecord> {
  const bare = file.name.replace(/\.[a-z]{2,4}$/i, "");
  const keep = (name: string, type: string, pieces: AsyncIterable<Uint8Array>): Promise<StoredFile> =>
    desk.store({ name, mediaType: type }, pieces);
  const tiles = await keep(`${bare} (tiles)`, "application/octet-stream", inPieces(cut.tiles));
  const index = piecesOf(memorySource(cut.index()));
  return {
    ...headingOf(file, desk),
    kind: "slide",
    content: {
      width: cut.width,
      height: cut.height,
      ...scale,
      stain: null,
      label: null,
      tiles: {
        file: tiles,
        index: await keep(`${bare} (index of tiles)`, "application/octet-stream", index),
        size: tileSize,
        overlap: tileOverlap,
        mediaType: "image/jpeg",
      },
      original: await keep(file.name, mediaType, piecesOf(file.source)),
    },
  };
}

const piece = 2 ** 20;

/** Some thousand small tiles as messages of about 1 MiB: each message waits for its answer. */
async function* inPieces(tiles: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let held: Uint8Array[] = [];
  let bytes = 0;
  for await (const tile of tiles) {
    if (bytes + tile.length > piece && bytes > 0) {
      yield Buffer.concat(held);
      [held, bytes] = [[], 0];
    }
    held.push(tile);
    bytes += tile.length;
  }
  if (bytes > 0) yield Buffer.concat(held);
}
