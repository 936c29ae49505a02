import type { Editor } from "@tiptap/core";
import { createContext, useContext } from "react";
import type { BoundDocument } from "../../case/document-state.ts";

/** The document of a conference as it lies open: agenda, notes and decisions. */
export interface Notes extends BoundDocument {
  readonly isEditable: boolean;
  /** Whether the conference goes on: what leads away from here opens beside it. */
  readonly isLive: boolean;
  /** Ctrl E: offers the places last looked at. */
  readonly linkEvidence: (editor: Editor) => void;
  /** A link of the text was pressed. */
  readonly openEvidence: (id: string) => void;
}

export const NotesContext = createContext<Notes | undefined>(undefined);

export function useNotes(): Notes {
  const notes = useContext(NotesContext);
  if (!notes) throw new Error("This part of the screen needs the notes of a conference");
  return notes;
}
