import type { Section } from "@consilium/workspace";
import { useNavigate } from "@tanstack/react-router";
import type { Editor } from "@tiptap/core";
import { useCallback, useEffect, useRef } from "react";
import { useCase } from "../case/case-context.ts";
import { type TextKind, textRoutes } from "./text-routes.ts";

export interface DeskWay {
  readonly goTo: (section: Section, item?: string) => void;
  readonly cameTo: (section: Section) => void;
  /** A section's own editor is there, until what it returns is called. */
  readonly register: (section: Section, editor: Editor) => () => void;
}

/** The address and the screen, kept together: which section is read, and where the cursor goes. */
export function useDeskWay(kind: TextKind, current: Section, isEditable: boolean): DeskWay {
  const { here, follow, stay } = useAddress(kind, current);
  const { focus, register } = useSectionEditors();
  const goTo = useCallback(
    (section: Section, item?: string) => {
      follow(section, false);
      const target = item === undefined ? undefined : document.getElementById(`item-${item}`);
      stay(target?.id ?? `section-${section}`);
      if (target) focusIn(target);
      else if (isEditable) focus(section);
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

function useAddress(kind: TextKind, current: Section) {
  const navigate = useNavigate();
  const { caseId } = useCase();
  /** Where the screen is already: the address has nothing to add. */
  const here = useRef<Section>(undefined);
  const stay = useStay();
  useEffect(() => {
    if (here.current === current) return;
    here.current = current;
    stay(`section-${current}`);
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

/** One part at a time is kept in sight, as long as the text is on the page. */
function useStay(): (id: string) => void {
  const end = useRef<() => void>(undefined);
  useEffect(() => () => end.current?.(), []);
  return useCallback((id: string) => {
    end.current?.();
    end.current = stayAt(id);
  }, []);
}

/** The sections' own editors; one that is not built yet gets the cursor when it is. */
function useSectionEditors() {
  const editors = useRef(new Map<Section, Editor>());
  const waiting = useRef<Section>(undefined);
  const focus = useCallback((section: Section) => {
    const editor = editors.current.get(section);
    if (editor) editor.commands.focus("start");
    else waiting.current = section;
  }, []);
  const register = useCallback((section: Section, editor: Editor) => {
    editors.current.set(section, editor);
    if (waiting.current === section) {
      waiting.current = undefined;
      editor.commands.focus("start");
    }
    return () => {
      if (editors.current.get(section) === editor) editors.current.delete(section);
    };
  }, []);
  return { focus, register };
}

const show = (id: string) => document.getElementById(id)?.scrollIntoView({ block: "start" });

/** What is missing is what one came for; else the item's first field. */
function focusIn(item: HTMLElement) {
  const field = "input, select, [contenteditable=true]";
  const missing = item.querySelector("[data-missing]")?.querySelector<HTMLElement>(field);
  (missing ?? item.querySelector<HTMLElement>(field))?.focus({ preventScroll: true });
}

/** Shows a part and keeps it in sight while what stands above is built, until the person does something. */
function stayAt(id: string): () => void {
  const begun = performance.now();
  const ending = new AbortController();
  const observer = new ResizeObserver(() => show(id));
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
  show(id);
  return end;
}
