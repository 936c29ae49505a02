import { canonicalJson } from "@consilium/foundation";
import {
  type Anchor,
  evidenceUsesOf,
  type ImageAnchor,
  indexDocument,
  type PageAnchor,
  type SlideAnchor,
  type WaveformAnchor,
} from "@consilium/workspace";
import type * as Y from "yjs";

/** A place that can be shown as a picture. */
export type PictureAnchor = ImageAnchor | PageAnchor | SlideAnchor | WaveformAnchor;

/** A place of a record on which the opinion relies. */
export interface WantedPicture {
  /** The link's id. */
  readonly evidence: string;
  /** What the link is called. */
  readonly label: string;
  readonly anchor: PictureAnchor;
}

/** Pictures of one report. */
export const mostPictures = 20;

/** Those that the text relies on, each once, in the order in which it is read. A link that stands in no sentence counts for nothing. */
export function wantedPictures(opinion: Y.Doc): readonly WantedPicture[] {
  const index = indexDocument(opinion);
  try {
    const wanted = new Map<string, WantedPicture>();
    for (const { id, evidence } of evidenceUsesOf(index)) {
      if (!evidence || !isPicture(evidence.anchor)) continue;
      const { anchor, label } = evidence;
      const place = canonicalJson(anchor);
      if (!wanted.has(place)) wanted.set(place, { evidence: id, label, anchor });
    }
    return [...wanted.values()];
  } finally {
    index.close();
  }
}

/** Words of a page are quoted; a region of it is a picture. */
const isPicture = (anchor: Anchor): anchor is PictureAnchor =>
  anchor.kind === "image" ||
  anchor.kind === "slide" ||
  anchor.kind === "waveform" ||
  (anchor.kind === "page" && anchor.quote === null);
