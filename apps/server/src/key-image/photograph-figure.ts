import { buffer } from "node:stream/consumers";
import { recordsAccess, recordSchema } from "@consilium/clinical";
import { findRecord } from "@consilium/database";
import type { PageAnchor, Pixel } from "@consilium/workspace";
import type { Visit } from "../api/api-context.ts";
import type { Services } from "../services.ts";
import { noMarks } from "./figure-marks.ts";
import type { Figure, LeftOutReason } from "./figure.ts";

/** Bytes of one photograph. */
const most = 64 * 2 ** 20;

/** One of several photographs, with the regions that were marked. Pages of documents are not drawn by the server. */
export async function photographFigure(
  { open: { database }, caseFiles, now }: Services,
  { seat, facts, key, row }: Visit,
  { record: id, sha256, page, rectangles }: PageAnchor,
): Promise<Figure | LeftOutReason> {
  const access = recordsAccess(seat, facts, now());
  const found = access.read ? await findRecord(database, key, row.id, id) : undefined;
  if (!found || (found.reveals && access.withoutRevealing)) return "not-here";
  const record = recordSchema.parse(found.content);
  if (record.kind !== "pictures") return "paper";
  const picture = record.content.pictures[page - 1];
  if (!picture) return "not-here";
  if (picture.file.sha256 !== sha256) return "changed";
  if (picture.file.bytes > most) return "size";
  const content = await buffer(caseFiles.read(key, picture.file));
  const { width, height } = picture;
  const count = record.content.pictures.length;
  return {
    question: {
      source: { is: "picture", content },
      crop: null,
      aspect: 1,
      marks: { ...noMarks, lines: rectangles.map((part) => outline(part, width, height)) },
    },
    words: {
      record,
      is: "photograph",
      series: null,
      place: count > 1 ? { is: "picture", number: page, count } : null,
      window: null,
      tool: "rectangle",
      says: null,
    },
  };
}

function outline(
  [left, top, across, down]: PageAnchor["rectangles"][number],
  width: number,
  height: number,
): readonly Pixel[] {
  const [x, y] = [left * width - 0.5, top * height - 0.5];
  const [right, bottom] = [x + across * width, y + down * height];
  return [
    [x, y],
    [right, y],
    [right, bottom],
    [x, bottom],
    [x, y],
  ];
}
