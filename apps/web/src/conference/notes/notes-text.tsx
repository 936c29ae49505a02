import { evidenceOf } from "@consilium/workspace";
import { useMemo, useState } from "react";
import { useTranslations } from "use-intl";
import type { XmlFragment } from "yjs";
import { usePeople } from "../../case/case-context.ts";
import { SectionEditor } from "../../editor/section-editor.tsx";
import { TooLong } from "../../opinion/too-long.tsx";
import { useNotes } from "./notes-context.ts";

export interface NotesTextProps {
  readonly fragment: XmlFragment;
  readonly label: string;
  /** What goes into it while it is empty. */
  readonly hint: string;
  readonly look?: "section" | "line";
}

/** One rich text of the notes, written by all at once. */
export function NotesText({ fragment, label, hint, look = "section" }: NotesTextProps) {
  const { doc, undo, awareness, onUnbind, isEditable } = useNotes();
  const [characters, setCharacters] = useState<number>();
  const around = useTextAround();
  // An item of an older schema may lack a text: then there is nothing to bind.
  if (fragment.doc !== doc) return null;
  return (
    <>
      <SectionEditor
        {...around}
        label={label}
        look={look}
        fragment={fragment}
        editable={isEditable}
        {...(undo && isEditable && { undo })}
        {...(awareness && { awareness })}
        placeholder={hint}
        onTooLong={setCharacters}
        onUnbind={onUnbind}
      />
      {characters !== undefined && (
        <TooLong characters={characters} onClose={() => setCharacters(undefined)} />
      )}
    </>
  );
}

/** What the editors ask of the page around them; the same functions at each rendering. */
function useTextAround() {
  const t = useTranslations("conferences.notes");
  const people = usePeople();
  const { doc, isEditable, linkEvidence, openEvidence } = useNotes();
  return useMemo(
    () => ({
      colourOf: (seat: string) => people.get(seat)?.colour ?? "slate",
      evidenceLabel: (id: string) => evidenceOf(doc, id)?.label ?? t("linkGone"),
      openEvidence,
      onKeys: isEditable ? { linkEvidence } : {},
    }),
    [t, people, doc, isEditable, linkEvidence, openEvidence],
  );
}
