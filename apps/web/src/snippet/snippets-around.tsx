import type { Editor } from "@tiptap/core";
import { type ReactNode, useMemo, useState } from "react";
import { useCase } from "../case/case-context.ts";
import type { SlashSource, SlashWords } from "../editor/slash.ts";
import { useDesk } from "../opinion/desk-context.ts";
import { type TextHooks, TextHooksContext, type TextSpot, useTextHooks } from "../opinion/text-hooks.ts";
import { SlashMenu } from "./slash-menu.tsx";
import { opinionSections, type SnippetInput } from "./snippet-api.ts";
import { SnippetsDialog } from "./snippets-dialog.tsx";
import { toMarkdown } from "./to-markdown.ts";

/** Words that were begun with "/", and where. */
export interface Asked {
  readonly editor: Editor;
  readonly spot: TextSpot;
  readonly words: SlashWords;
}

/** Takes keys for the list that is open; true: it was for the list. */
export type TakeKey = (event: KeyboardEvent) => boolean;

/** Around a text that a specialist writes: what "/" offers, and the snippets that are theirs. */
export function SnippetsAround({ children }: { readonly children: ReactNode }) {
  const { isEditable } = useDesk();
  const isSpecialist = useCase().detail.seat.role === "specialist";
  return isEditable && isSpecialist ? <Around>{children}</Around> : children;
}

function Around({ children }: { readonly children: ReactNode }) {
  const hooks = useTextHooks();
  const [asked, ask] = useState<Asked>();
  const [kept, keep] = useState<Partial<SnippetInput>>();
  const keys = useKeys();
  const value = useMemo<TextHooks>(
    () => ({
      ...hooks,
      slashOf: (spot) => ("section" in spot.place ? sourceOf(spot, ask, keys.take) : undefined),
      keepSnippet: (spot, editor) => keep(snippetOf(spot, editor)),
    }),
    [hooks, keys],
  );
  return (
    <TextHooksContext value={value}>
      {children}
      {asked && <SlashMenu asked={asked} onKeys={keys.give} onSnippets={() => keep({})} />}
      {kept && <SnippetsDialog begun={kept} onClose={() => keep(undefined)} />}
    </TextHooksContext>
  );
}

/** The keys of the editor reach whichever list is open, without the editor being made anew. */
function useKeys() {
  return useState(() => {
    let current: TakeKey | undefined;
    return {
      take: (event: KeyboardEvent): boolean => current?.(event) ?? false,
      give: (take: TakeKey | undefined): void => {
        current = take;
      },
    };
  })[0];
}

const sourceOf = (spot: TextSpot, ask: (asked: Asked | undefined) => void, onKey: TakeKey): SlashSource => ({
  onWords: (editor, words) => ask(words ? { editor, spot, words } : undefined),
  onKey,
});

/** What is chosen, as the beginning of a snippet; nothing chosen: an empty one for that section. */
function snippetOf(spot: TextSpot, editor: Editor): Partial<SnippetInput> {
  const text = toMarkdown(editor.state.selection.content().content);
  return { text, section: sectionOf(spot) };
}

const sectionOf = ({ place, document }: TextSpot): SnippetInput["section"] => {
  const section = "section" in place && document.startsWith("opinion.") ? place.section : undefined;
  return opinionSections.find((name) => name === section) ?? null;
};
