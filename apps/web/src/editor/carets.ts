import { Extension } from "@tiptap/core";
import { yCursorPlugin } from "@tiptap/y-tiptap";
import type { Awareness } from "y-protocols/awareness";

export interface CaretsOptions {
  readonly awareness: Awareness | null;
}

interface CaretUser {
  readonly name?: string;
  /** The number of the person's colour in this case. */
  readonly colour?: number;
}

/**
 * Where others write, with their names. The name stands after the caret on the same line, and shrinks to the caret after a
 * rest; the server stamps who it is (SY-21), so nothing here says it.
 */
export const Carets = Extension.create<CaretsOptions>({
  name: "carets",
  addOptions: () => ({ awareness: null }),
  addProseMirrorPlugins() {
    const { awareness } = this.options;
    if (!awareness) return [];
    return [yCursorPlugin(awareness, { cursorBuilder: drawCaret, selectionBuilder: drawSelection })];
  },
});

function drawCaret(user: CaretUser): HTMLElement {
  const caret = document.createElement("span");
  caret.className = "caret";
  caret.dataset["colour"] = String(user.colour ?? 0);
  const name = document.createElement("span");
  name.className = "caret-name";
  name.textContent = user.name ?? "";
  caret.append("\u2060", name, "\u2060");
  return caret;
}

const drawSelection = (user: CaretUser) => ({
  class: "caret-selection",
  "data-colour": String(user.colour ?? 0),
});
