import { Collaboration } from "@tiptap/extension-collaboration";
import type { Plugin } from "@tiptap/pm/state";
import { ySyncPluginKey } from "@tiptap/y-tiptap";
import type { Doc } from "yjs";
import { readCaretOnly } from "./caret-first.ts";

/**
 * y-tiptap compares the whole text with the shared one after every transaction of its editor, also where only a caret or a mark
 * has moved, and opens a transaction of the document for it, at which every other editor writes down its selection. Here only
 * a changed text is compared. It also puts the caret of the empty text at the same number in the shared one, where a list may
 * begin, and no caret can stand. Here the caret goes where the first words are. And before the text of others it takes the
 * selection that the editor knows, which the browser may have moved by then: here the editor looks at it first.
 */
export const QuietCollaboration = Collaboration.extend({
  addProseMirrorPlugins() {
    const plugins = this.parent?.() ?? [];
    for (const plugin of plugins) {
      if (plugin.spec.key !== ySyncPluginKey) continue;
      letCaretFollow(plugin);
      lookAtCaretFirst(plugin);
      compareOnlyChanges(plugin);
    }
    return plugins;
  },
});

/** As the first text is put in, y-tiptap places the caret unless it knows of a selection that it will place itself. */
function letCaretFollow({ spec }: Plugin): void {
  const bind = spec.view;
  if (!bind) return;
  spec.view = (view) => {
    const binding: { beforeTransactionSelection: object | null } = ySyncPluginKey.getState(
      view.state,
    ).binding;
    binding.beforeTransactionSelection = {};
    const bound = bind(view);
    binding.beforeTransactionSelection = null;
    return bound;
  };
}

/** y-tiptap writes the selection down before a transaction of the document, and listens to the same: it must come second. */
function lookAtCaretFirst({ spec }: Plugin): void {
  const bind = spec.view;
  if (!bind) return;
  spec.view = (view) => {
    const { doc }: { doc: Doc } = ySyncPluginKey.getState(view.state).binding;
    const look = () => {
      // oxlint-disable-next-line no-underscore-dangle -- The event does not carry the transaction that it comes before.
      if (!doc._transaction?.local) readCaretOnly(view);
    };
    doc.on("beforeAllTransactions", look);
    const bound = bind(view);
    return {
      ...bound,
      destroy: () => {
        doc.off("beforeAllTransactions", look);
        bound.destroy?.();
      },
    };
  };
}

function compareOnlyChanges({ spec }: Plugin): void {
  const bind = spec.view;
  if (!bind) return;
  spec.view = (view) => {
    const bound = bind(view);
    let isBegun = false;
    return {
      ...bound,
      update: (now, before) => {
        // The first one tells y-tiptap that there is a text: without it the emptying of a text would not be taken for a change.
        if (isBegun && now.state.doc === before.doc) return;
        isBegun = true;
        bound.update?.(now, before);
      },
    };
  };
}
