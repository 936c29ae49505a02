import {
  type Acceptance,
  type DocumentIndex,
  judgeSuggestion,
  type TextPlace,
  type Thread,
} from "@consilium/workspace";
import type { Editor } from "@tiptap/core";
import { ySyncPluginKey } from "@tiptap/y-tiptap";
import type { UndoManager } from "yjs";

/** What became of an attempt to accept. */
export type AcceptEnd =
  | { readonly end: "accepted" }
  /** The words are others now: show what was, what is and what is proposed, and ask. */
  | { readonly end: "ask"; readonly was: string; readonly now: string }
  /** The words are nowhere, or their place is not on the screen. */
  | { readonly end: "gone" }
  /** The server's sentence. */
  | { readonly end: "refused"; readonly sentence: string };

export interface AcceptOptions {
  readonly thread: Thread;
  /** What is put in: the suggestion's words, or what they were edited to. */
  readonly words: string;
  /** The words of now that somebody saw and agreed to replace; undefined: only the quoted ones. */
  readonly agreed: string | undefined;
  readonly index: DocumentIndex;
  readonly undo: UndoManager | undefined;
  readonly editorAt: (where: TextPlace) => Editor | undefined;
  /** Undefined: this seat is the one that may. Else the server's sentence. */
  readonly claim: () => Promise<string | undefined>;
}

/**
 * Judged before the claim, so that a question to the person holds nobody up, and again after it: the text may have changed while
 * the server answered. The edit and `accepted` are one transaction, and one step to undo.
 */
export async function acceptSuggestion(options: AcceptOptions): Promise<AcceptEnd> {
  const before = judge(options);
  if (!before || before.fate !== "apply") return unfit(before);
  const refusal = await options.claim();
  if (refusal !== undefined) return { end: "refused", sentence: refusal };
  const judged = judge(options);
  if (!judged || judged.fate !== "apply") return unfit(judged);
  const editor = options.editorAt(judged.at.where);
  if (!editor) return { end: "gone" };
  putIn(editor, judged.at, options);
  return { end: "accepted" };
}

function judge({ thread, words, agreed, index }: AcceptOptions): Acceptance | undefined {
  if (thread.anchor?.kind !== "text") return undefined;
  const judged = judgeSuggestion(index, thread.anchor, words);
  const isAgreed = judged.fate === "ask" && judged.now === agreed;
  return isAgreed ? { fate: "apply", at: judged.at, proposed: words } : judged;
}

const unfit = (judged: Acceptance | undefined): AcceptEnd =>
  judged?.fate === "ask" ? { end: "ask", was: judged.was, now: judged.now } : { end: "gone" };

function putIn(
  editor: Editor,
  { from, to }: { readonly from: number; readonly to: number },
  { thread, words, index, undo }: AcceptOptions,
): void {
  undo?.stopCapturing();
  // With the binding's own origin: its author can undo both together, nobody else's step takes them along.
  index.doc.transact(() => {
    editor.view.dispatch(editor.state.tr.insertText(words.replaceAll(/\s*\n\s*/g, " "), from, to));
    index.doc.getMap<boolean>("accepted").set(thread.id, true);
  }, ySyncPluginKey);
  undo?.stopCapturing();
}
