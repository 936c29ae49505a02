import type { Evidence } from "@consilium/workspace";
import type { Editor } from "@tiptap/core";
import { type DragEvent as ReactDragEvent, useCallback, useEffect, useRef } from "react";
import { editorOf } from "../thread/editor-at.ts";

/** Names what is dragged; what it is stays on this page. */
const type = "application/x-consilium-evidence";

export type DragEvidence = (event: ReactDragEvent, evidence: Evidence) => void;

/**
 * A place of a record that is dragged into a text becomes a link where it is let go. `drop`: undefined for who does not write
 * the text. Returns how a drag begins.
 */
export function useDropEvidence(
  drop: ((editor: Editor, evidence: Evidence) => void) | undefined,
): DragEvidence {
  const dragged = useRef<Evidence>(undefined);
  useEffect(() => {
    if (!drop) return undefined;
    const over = (event: DragEvent) => {
      if (!dragged.current || !placeUnder(event)) return;
      event.preventDefault();
      if (event.dataTransfer) event.dataTransfer.dropEffect = "link";
    };
    const letGo = (event: DragEvent) => {
      const evidence = dragged.current;
      const place = evidence && placeUnder(event);
      if (!place) return;
      event.preventDefault();
      // The editor would take the words that are dragged along.
      event.stopPropagation();
      place.editor.commands.setTextSelection(place.at);
      drop(place.editor, evidence);
    };
    const end = () => {
      dragged.current = undefined;
    };
    document.addEventListener("dragover", over, { capture: true });
    document.addEventListener("drop", letGo, { capture: true });
    document.addEventListener("dragend", end);
    return () => {
      document.removeEventListener("dragover", over, { capture: true });
      document.removeEventListener("drop", letGo, { capture: true });
      document.removeEventListener("dragend", end);
    };
  }, [drop]);
  return useCallback<DragEvidence>(({ dataTransfer }, evidence) => {
    dragged.current = evidence;
    dataTransfer.setData(type, evidence.label);
    // Other programs get its words.
    dataTransfer.setData("text/plain", evidence.label);
    dataTransfer.effectAllowed = "copyLink";
  }, []);
}

interface PlaceInText {
  readonly editor: Editor;
  readonly at: number;
}

/** Where in a text that can be written the pointer is. */
function placeUnder({ target, clientX, clientY }: DragEvent): PlaceInText | undefined {
  const editor = target instanceof Element ? editorOf(target) : undefined;
  if (!editor?.isEditable) return undefined;
  const place = editor.view.posAtCoords({ left: clientX, top: clientY });
  return place ? { editor, at: place.pos } : undefined;
}
