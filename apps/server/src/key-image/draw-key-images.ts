import { canonicalJson, sha256Hex } from "@consilium/foundation";
import { createSentences } from "@consilium/language";
import { askFigure, type FigureAnswer } from "@consilium/record-import";
import type { ImageLeftOutInput, KeyImageInput } from "@consilium/report";
import { figureFont } from "@consilium/report/pdf";
import type * as Y from "yjs";
import type { Visit } from "../api/api-context.ts";
import { createMadeCache } from "../made-cache.ts";
import type { Services } from "../services.ts";
import type { CaseRows } from "../signing/read-case-rows.ts";
import { takeTurns } from "../take-turns.ts";
import { figureWords } from "./figure-words.ts";
import type { Figure, FigureWords, LeftOutReason } from "./figure.ts";
import { frameFigure } from "./frame-figure.ts";
import { markAuthors } from "./marked-by.ts";
import { photographFigure } from "./photograph-figure.ts";
import { slideFigure } from "./slide-figure.ts";
import { tracingFigure } from "./tracing-figure.ts";
import { mostPictures, type PictureAnchor, type WantedPicture, wantedPictures } from "./wanted-pictures.ts";

/** A picture of the report, with its bytes. */
export interface DrawnKeyImage extends KeyImageInput {
  readonly content: Uint8Array;
}

export interface KeyImages {
  /** In the order in which the text names them. */
  readonly drawn: readonly DrawnKeyImage[];
  readonly leftOut: readonly ImageLeftOutInput[];
}

/** Pixels of the longer side, and bytes, of one picture: twenty fit into a mail. */
const longest = 800;
const mostBytes = 220_000;

interface DrawnFigure {
  readonly answer: Extract<FigureAnswer, { is: "drawn" }>;
  readonly sha256: string;
  readonly words: FigureWords;
}
type Drawn = DrawnFigure | LeftOutReason;

/** What was drawn is held: whoever is about to sign looks at the same pictures again and again. */
const cache = createMadeCache<Drawn>((drawn) => {
  if (typeof drawn !== "string") return drawn.answer.content.length;
  return drawn === "work" || drawn === "damaged" || drawn === "not-here" ? null : 0;
});
/** Processes at once, each with one picture. */
const inTurn = takeTurns(2, 400);

/**
 * The places on which an opinion relies, as pictures, drawn as whoever signs may see them. Each is drawn or named with why it is
 * not. Whoever may read the report may see them: they are part of what is signed, and open no record.
 */
export async function drawKeyImages(
  services: Services,
  visit: Visit,
  opinion: Y.Doc,
  rows: Pick<CaseRows, "seats" | "organisation">,
): Promise<KeyImages> {
  const wanted = wantedPictures(opinion);
  if (wanted.length === 0) return { drawn: [], leftOut: [] };
  const { zone } = rows.organisation.details;
  const authorOf = await markAuthors(services, visit, rows.seats);
  const shown = wanted.slice(0, mostPictures);
  const pictures = await Promise.all(shown.map(({ anchor }) => drawOne(services, visit, anchor)));
  const drawn: DrawnKeyImage[] = [];
  const leftOut: ImageLeftOutInput[] = [];
  for (const [at, one] of wanted.entries()) {
    const picture = pictures[at] ?? "too-many";
    if (typeof picture === "string") leftOut.push(leftOutOf(one, picture, zone));
    else drawn.push(keyImageOf(one, picture, authorOf(one.anchor), zone));
  }
  return { drawn, leftOut };
}

/** One of those pictures, by its digest. Undefined: it is none of them, or no more. */
export async function findKeyImage(
  services: Services,
  visit: Visit,
  opinion: Y.Doc,
  sha256: string,
): Promise<Uint8Array | undefined> {
  const shown = wantedPictures(opinion).slice(0, mostPictures);
  const pictures = await Promise.all(shown.map(({ anchor }) => drawOne(services, visit, anchor)));
  for (const picture of pictures)
    if (typeof picture !== "string" && picture.sha256 === sha256) return picture.answer.content;
  return undefined;
}

const drawOne = (services: Services, visit: Visit, anchor: PictureAnchor): Promise<Drawn> =>
  cache(`${visit.row.id} ${visit.seat.id} ${canonicalJson(anchor)}`, async () => {
    const made = await inTurn(() => draw(services, visit, anchor));
    return made === "too-many" ? "work" : made;
  });

async function draw(services: Services, visit: Visit, anchor: PictureAnchor): Promise<Drawn> {
  const figure = await figureOf(services, visit, anchor);
  if (typeof figure === "string") return figure;
  const answer = await askFigure({ ...figure.question, longest, mostBytes, font: figureFont() });
  if (answer.is !== "drawn") return answer.reason;
  return { answer, sha256: await sha256Hex(answer.content), words: figure.words };
}

function figureOf(services: Services, visit: Visit, anchor: PictureAnchor): Promise<Figure | LeftOutReason> {
  switch (anchor.kind) {
    case "image":
      return frameFigure(services, visit, anchor);
    case "page":
      return photographFigure(services, visit, anchor);
    case "slide":
      return slideFigure(services, visit, anchor);
    case "waveform":
      return tracingFigure(services, visit, anchor);
  }
}

function keyImageOf(
  { evidence }: WantedPicture,
  { answer: { content, width, height }, sha256, words }: DrawnFigure,
  by: string | undefined,
  zone: string,
): DrawnKeyImage {
  const picture = { id: evidence, mediaType: "image/jpeg", sha256, width, height, evidence } as const;
  return { ...picture, ...figureWords(words, by, zone), content };
}

const leftOutOf = (
  { evidence, label }: WantedPicture,
  reason: LeftOutReason,
  zone: string,
): ImageLeftOutInput => ({
  evidence,
  words: label,
  because: createSentences("en", zone)(`keyImage.because.${reason}`),
});
