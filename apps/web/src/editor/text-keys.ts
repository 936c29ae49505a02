import { type Editor, Extension } from "@tiptap/core";
import { goToPlaceholder } from "./placeholders.ts";

/** What the keys of the text ask of the page around it. Each gets the editor that has the focus. */
export interface TextKeys {
  /** Alt ↑ ↓: the section before or behind. */
  readonly goToSection?: (step: -1 | 1) => void;
  /** Ctrl Alt M: a comment on what is chosen. */
  readonly comment?: (editor: Editor) => void;
  /** Ctrl E: a link to evidence. */
  readonly linkEvidence?: (editor: Editor) => void;
}

/** A key that was taken. */
const done = (act: () => void) => (): boolean => {
  act();
  return true;
};

/** Before all others: Tiptap has given some of these keys away. */
export const createTextKeys = (keys: TextKeys) =>
  Extension.create({
    name: "textKeys",
    priority: 2000,
    addKeyboardShortcuts() {
      const { goToSection, comment, linkEvidence } = keys;
      return {
        ...(goToSection && {
          "Alt-ArrowUp": done(() => goToSection(-1)),
          "Alt-ArrowDown": done(() => goToSection(1)),
        }),
        ...(comment && { "Mod-Alt-m": done(() => comment(this.editor)) }),
        Tab: () => goToPlaceholder(this.editor),
        ...(linkEvidence && { "Mod-e": done(() => linkEvidence(this.editor)) }),
      };
    },
  });
