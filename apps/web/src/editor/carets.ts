import { Extension } from "@tiptap/core";
import { yCursorPlugin } from "@tiptap/y-tiptap";
import type { Awareness } from "y-protocols/awareness";
import type { PersonColour } from "../design/person-colour.ts";

export interface CaretsOptions {
  readonly awareness: Awareness | null;
  readonly colourOf: (seat: string) => PersonColour;
}

/** As the server stamps it (SY-21). */
interface CaretUser {
  readonly name?: string;
  readonly seat?: string;
}

/**
 * Where others write, with their names. The name stands after the caret on the same line, and shrinks to the caret after a
 * rest; the server stamps who it is (SY-21), so nothing here says it.
 */
export const Carets = Extension.create<CaretsOptions>({
  name: "carets",
  addOptions: () => ({ awareness: null, colourOf: () => "slate" }),
  addProseMirrorPlugins() {
    const { awareness, colourOf } = this.options;
    if (!awareness) return [];
    return [
      yCursorPlugin(awareness, {
        // The document may be a reader's mirror, whose client id is not the one that is seen.
        awarenessStateFilter: (_document, client) => client !== awareness.clientID,
        cursorBuilder: (user: CaretUser) => drawCaret(user, colourOf(user.seat ?? "")),
        selectionBuilder: ({ seat = "" }: CaretUser) => ({
          class: "caret-selection",
          "data-person": colourOf(seat),
        }),
      }),
    ];
  },
});

function drawCaret({ name = "" }: CaretUser, colour: PersonColour): HTMLElement {
  const caret = document.createElement("span");
  caret.className = "caret";
  caret.dataset["person"] = colour;
  const label = document.createElement("span");
  label.className = "caret-name";
  label.textContent = name;
  caret.append("\u2060", label, "\u2060");
  return caret;
}
