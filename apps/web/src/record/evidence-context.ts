import type { Evidence } from "@consilium/workspace";
import { createContext, useContext } from "react";
import type { LostEvidence } from "../editor/lost-evidence.ts";
import type { TextHooks } from "../opinion/text-hooks.ts";
import type { DragEvidence } from "./use-drop-evidence.ts";

/** How records and the text beside them refer to each other. */
export interface EvidenceRoom {
  /** Opens the record of a link beside the text and lights the place. */
  readonly open: NonNullable<TextHooks["openEvidence"]>;
  /** Offers the places last looked at; undefined for who does not write the text. */
  readonly link: NonNullable<TextHooks["linkEvidence"]> | undefined;
  /** Puts a link into the section that had the cursor last. */
  readonly insert: ((evidence: Evidence) => void) | undefined;
  /** Begins to drag a place, which becomes a link where it is let go. */
  readonly drag: DragEvidence | undefined;
  /** Links of the text whose place or record is gone. */
  readonly lost: LostEvidence;
  /** The link that the address names, as long as its record lies open. */
  readonly lit: Evidence | undefined;
}

export const EvidenceContext = createContext<EvidenceRoom | undefined>(undefined);

/** Undefined where no text lies beside: on the records' own page. */
export const useEvidence = (): EvidenceRoom | undefined => useContext(EvidenceContext);
