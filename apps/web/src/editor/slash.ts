import { type Editor, Extension } from "@tiptap/core";
import { type EditorState, Plugin, PluginKey, type Transaction } from "@tiptap/pm/state";

/** Words that were begun with "/": from before the "/" to the caret. */
export interface SlashWords {
  readonly from: number;
  readonly to: number;
  /** Behind the "/". */
  readonly words: string;
}

export interface SlashSource {
  /** Null: they ended. */
  readonly onWords: (editor: Editor, words: SlashWords | null) => void;
  /** A key while they are there; true: it was taken. */
  readonly onKey: (event: KeyboardEvent) => boolean;
}

const key = new PluginKey<SlashWords | null>("slash");
const end = "end";

/** In letters: nobody looks for more. */
const longestWords = 40;

/** "/" at the beginning of a word asks for what can be put there. What is typed behind it stays text until something is chosen. */
export const createSlash = ({ onWords, onKey }: SlashSource) =>
  Extension.create({
    name: "slash",
    priority: 3000,
    addProseMirrorPlugins() {
      const { editor } = this;
      return [
        new Plugin<SlashWords | null>({
          key,
          state: { init: () => null, apply },
          props: {
            handleTextInput: (view, from, to, text) => {
              if (text !== "/" || !beginsWord(view.state, from)) return false;
              view.dispatch(view.state.tr.insertText("/", from, to).setMeta(key, from));
              return true;
            },
            handleKeyDown: (view, event) => key.getState(view.state) !== null && onKey(event),
            handleDOMEvents: {
              blur: (view) => {
                endSlash(view);
                return false;
              },
            },
          },
          view: () => ({
            update: ({ state }, before) => {
              const now = key.getState(state) ?? null;
              if (now !== (key.getState(before) ?? null)) onWords(editor, now);
            },
            destroy: () => onWords(editor, null),
          }),
        }),
      ];
    },
  });

/** What was typed stays as it is, and asks for nothing any more. */
export function endSlash(view: { readonly state: EditorState; dispatch: (tr: Transaction) => void }): void {
  if (key.getState(view.state)) view.dispatch(view.state.tr.setMeta(key, end));
}

function apply(
  tr: Transaction,
  was: SlashWords | null,
  _before: EditorState,
  state: EditorState,
): SlashWords | null {
  const meta: unknown = tr.getMeta(key);
  if (meta === end) return null;
  if (typeof meta === "number") return wordsFrom(state, meta);
  if (!was) return null;
  const mapped = tr.mapping.mapResult(was.from, 1);
  // Where somebody else wrote, all of the text may be new: the words are then looked for before the caret.
  const from = mapped.deleted ? state.selection.from - was.words.length - 1 : mapped.pos;
  const now = wordsFrom(state, from);
  return now && now.from === was.from && now.to === was.to && now.words === was.words ? was : now;
}

function wordsFrom({ doc, selection }: EditorState, from: number): SlashWords | null {
  const { $head, empty } = selection;
  if (!empty || from < $head.start() || from >= $head.pos || !$head.parent.isTextblock) return null;
  const text = doc.textBetween(from, $head.pos, "\n", "\n");
  const words = text.slice(1);
  const isAsking = text.startsWith("/") && !/^\s|\n|\//u.test(words) && words.length <= longestWords;
  return isAsking ? { from, to: $head.pos, words } : null;
}

function beginsWord({ doc }: EditorState, at: number): boolean {
  const $at = doc.resolve(at);
  const before = doc.textBetween($at.start(), at, "\n", "\n").at(-1);
  return $at.parent.isTextblock && (before === undefined || /[\s(“"]/u.test(before));
}
