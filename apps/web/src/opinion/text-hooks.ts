import type { TextPlace } from "@consilium/workspace";
import type { Editor } from "@tiptap/core";
import { createContext, useContext } from "react";
import type { Doc, XmlFragment } from "yjs";
import type { LostEvidence } from "../editor/lost-evidence.ts";
import type { MarkSource } from "../editor/marks.ts";
import type { SlashSource } from "../editor/slash.ts";

/** Where in which text something happens. */
export interface TextSpot {
  /** The document's name. */
  readonly document: string;
  readonly place: TextPlace;
  /** What the editor is bound to: the shared document or its mirror. */
  readonly doc: Doc;
  readonly fragment: XmlFragment;
}

/** What threads and records bring into the text. Everything is optional: without it the text is only text. */
export interface TextHooks {
  /** The threads' marks of one place; called once for each editor. */
  readonly marksOf?: (spot: TextSpot) => MarkSource;
  /** Ctrl Alt M, or the tool, on what is chosen in the editor. */
  readonly comment?: (spot: TextSpot, editor: Editor) => void;
  /** Ctrl E, or the tool. */
  readonly linkEvidence?: (spot: TextSpot, editor: Editor) => void;
  /** A link to evidence was pressed. */
  readonly openEvidence?: (spot: TextSpot, id: string) => void;
  /** Links whose place or record is gone. */
  readonly lostEvidence?: LostEvidence;
  /** "/" asks for what can be put there; undefined where nothing can. */
  readonly slashOf?: (spot: TextSpot) => SlashSource | undefined;
  /** What is chosen in the editor is kept for other texts. */
  readonly keepSnippet?: (spot: TextSpot, editor: Editor) => void;
  /** A mark was pressed. */
  readonly openMark?: (id: string) => void;
}

const nothing: TextHooks = {};

/** Filled by whoever stands around the text. Keep the value: a new one binds every editor again. */
export const TextHooksContext = createContext<TextHooks>(nothing);
export const useTextHooks = (): TextHooks => useContext(TextHooksContext);
