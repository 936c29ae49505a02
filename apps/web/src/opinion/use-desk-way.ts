import type { Section } from "@consilium/workspace";
import { useNavigate } from "@tanstack/react-router";
import type { Editor } from "@tiptap/core";
import { useCallback, useEffect, useRef } from "react";
import type { Doc } from "yjs";
import { useCase } from "../case/case-context.ts";
import type { ShownSentence } from "../record/relied-on/shown-sentence.ts";
import type { PlaceWithin } from "./desk-context.ts";
import { focusWords } from "./focus-words.ts";
import { sentenceOnDesk } from "./sentence-on-desk.ts";
import { type TextKind, textRoutes } from "./text-routes.ts";
import { useSentenceShown } from "./use-sentence-shown.ts";

export interface DeskWay {
  readonly goTo: (section: Section, within?: PlaceWithin) => void;
  readonly cameTo: (section: Section) => void;
  /** A section's own editor is there, until what it returns is called. */
  readonly register: (section: Section, editor: Editor) => () => void;
}

/** The address and the screen, kept together: which section is read, and where the cursor goes. */
export function useDeskWay(kind: TextKind, current: Section, isEditable: boolean, doc: Doc): DeskWay {
  const { here, follow, stay } = useAddress(kind, current);
  useSentence(doc, stay);
  const { focus, register } = useSectionEditors();
  const goTo = useCallback(
    (section: Section, { item, words }: PlaceWithin = {}) => {
      follow(section, false);
      const target = item === undefined ? undefined : document.getElementById(`item-${item}`);
      const id = target?.id ?? `section-${section}`;
      stay(() => document.getElementById(id));
      if (target) focusIn(target);
      else if (isEditable) focus(section, words);
    },
    [follow, stay, focus, isEditable],
  );
  const cameTo = useCallback(
    (section: Section) => {
      if (here.current !== section) follow(section, true);
    },
    [here, follow],
  );
  return { goTo, cameTo, register };
}

/** A sentence that the address names stands in the middle: it is what one came for. */
function useSentence(doc: Doc, stay: Stay): void {
  const find = useCallback((key: string) => sentenceOnDesk(doc, key), [doc]);
  const bring = useCallback(({ element }: ShownSentence) => stay(() => element, "center"), [stay]);
  useSentenceShown(find, bring);
}

function useAddress(kind: TextKind, current: Section) {
  const navigate = useNavigate();
  const { caseId } = useCase();
  /** Where the screen is already: the address has nothing to add. */
  const here = useRef<Section>(undefined);
  const stay = useStay();
  useEffect(() => {
    if (here.current === current) return;
    here.current = current;
    stay(() => document.getElementById(`section-${current}`));
  }, [current, stay]);
  const follow = useCallback(
    (section: Section, replace: boolean) => {
      here.current = section;
      void navigate({ to: textRoutes[kind], params: { caseId, section }, replace, resetScroll: false });
    },
    [navigate, kind, caseId],
  );
  return { here, follow, stay };
}

type Stay = (find: () => Element | null, where?: "start" | "center") => void;

/** One part at a time is kept in sight, as long as the text is on the page. */
function useStay(): Stay {
  const end = useRef<() => void>(undefined);
  useEffect(() => () => end.current?.(), []);
  return useCallback<Stay>((find, where = "start") => {
    end.current?.();
    end.current = stayAt(() => find()?.scrollIntoView({ block: where }));
  }, []);
}

/** The sections' own editors; one that is not built yet gets the cursor when it is. */
function useSectionEditors() {
  const editors = useRef(new Map<Section, Editor>());
  const waiting = useRef<{ readonly section: Section; readonly words: string | undefined }>(undefined);
  const focus = useCallback((section: Section, words?: string) => {
    const editor = editors.current.get(section);
    if (editor) focusWords(editor, words);
    else waiting.current = { section, words };
  }, []);
  const register = useCallback((section: Section, editor: Editor) => {
    editors.current.set(section, editor);
    if (waiting.current?.section === section) {
      const { words } = waiting.current;
      waiting.current = undefined;
      focusWords(editor, words);
    }
    return () => {
      if (editors.current.get(section) === editor) editors.current.delete(section);
    };
  }, []);
  return { focus, register };
}

/** What is missing is what one came for; else the item's first field. */
function focusIn(item: HTMLElement) {
  const field = "input, select, [contenteditable=true]";
  const missing = item.querySelector("[data-missing]")?.querySelector<HTMLElement>(field);
  (missing ?? item.querySelector<HTMLElement>(field))?.focus({ preventScroll: true });
}

/** Shows a part and keeps it in sight while what stands above is built, until the person does something. */
function stayAt(show: () => void): () => void {
  const begun = performance.now();
  const ending = new AbortController();
  const observer = new ResizeObserver(show);
  for (const block of document.querySelectorAll(".section-block")) observer.observe(block);
  const end = () => {
    observer.disconnect();
    ending.abort();
  };
  // Not the key that led here: it is still on its way up to the window.
  const act = ({ timeStamp }: Event) => {
    if (timeStamp > begun) end();
  };
  for (const name of ["wheel", "pointerdown", "keydown", "touchstart"])
    window.addEventListener(name, act, { signal: ending.signal, passive: true });
  show();
  return end;
}
