import { Collaboration } from "@tiptap/extension-collaboration";
import type { Plugin } from "@tiptap/pm/state";
import { ySyncPluginKey } from "@tiptap/y-tiptap";

/**
 * y-tiptap compares the whole text with the shared one after every transaction of its editor, also where only a caret or a mark
 * has moved, and opens a transaction of the document for it, at which every other editor writes down its selection. Here only
 * a changed text is compared.
 */
export const QuietCollaboration = Collaboration.extend({
  addProseMirrorPlugins() {
    const plugins = this.parent?.() ?? [];
    for (const plugin of plugins) if (plugin.spec.key === ySyncPluginKey) compareOnlyChanges(plugin);
    return plugins;
  },
});

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
