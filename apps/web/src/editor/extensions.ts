import type { AnyExtension } from "@tiptap/core";
import { TableKit } from "@tiptap/extension-table";
import { StarterKit } from "@tiptap/starter-kit";
import type { Awareness } from "y-protocols/awareness";
import type { UndoManager, XmlFragment } from "yjs";
import type { PersonColour } from "../design/person-colour.ts";
import { awarenessForEditor } from "./awareness-for-editor.ts";
import { CaretFirst } from "./caret-first.ts";
import { Carets } from "./carets.ts";
import { Evidence } from "./evidence-node.ts";
import { Link } from "./link-mark.ts";
import type { LostEvidence } from "./lost-evidence.ts";
import { Marks, type MarkSource } from "./marks.ts";
import { QuietCollaboration } from "./quiet-collaboration.ts";
import { createSlash, type SlashSource } from "./slash.ts";
import { createTextKeys, type TextKeys } from "./text-keys.ts";

export interface EditorParts {
  readonly fragment: XmlFragment;
  /** Undefined for a reader: nothing that they do is theirs to undo. */
  readonly undo?: UndoManager;
  readonly awareness?: Awareness;
  /** Of the seat that the server stamps on a caret. */
  readonly colourOf: (seat: string) => PersonColour;
  readonly marks?: MarkSource;
  /** The text that stands for a link to evidence, from the document's `evidence` map. */
  readonly evidenceLabel: (id: string) => string;
  readonly openEvidence: (id: string) => void;
  readonly lostEvidence?: LostEvidence;
  readonly onKeys: TextKeys;
  /** What "/" asks for. */
  readonly slash?: SlashSource;
}

/**
 * The vocabulary of documents.md, section 3, as an editor: what StarterKit brings beyond it is off. The trailing node too:
 * it writes into the document as soon as anybody's caret moves.
 */
export function editorExtensions(parts: EditorParts): AnyExtension[] {
  const { fragment, undo, awareness, colourOf, marks } = parts;
  return [
    StarterKit.configure({
      undoRedo: false,
      trailingNode: false,
      code: false,
      codeBlock: false,
      strike: false,
      underline: false,
      horizontalRule: false,
      heading: { levels: [2, 3] },
      link: false,
      dropcursor: { color: "var(--accent)", width: 2 },
    }),
    TableKit.configure({ table: { resizable: false } }),
    Link,
    createTextKeys(parts.onKeys),
    ...(parts.slash ? [createSlash(parts.slash)] : []),
    Evidence.configure({
      label: parts.evidenceLabel,
      open: parts.openEvidence,
      lost: parts.lostEvidence ?? null,
    }),
    CaretFirst,
    QuietCollaboration.configure({ fragment, ...(undo && { yUndoOptions: { undoManager: undo } }) }),
    ...(awareness
      ? [Carets.configure({ awareness: awarenessForEditor(awareness, fragment), colourOf })]
      : []),
    ...(marks ? [Marks.configure({ source: marks })] : []),
  ];
}
