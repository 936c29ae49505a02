import { IconMessagePlus } from "@tabler/icons-react";
import { NodeSelection } from "@tiptap/pm/state";
import { useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import type { TextSpot } from "../opinion/text-hooks.ts";
import { editorOf, fragmentOf } from "./editor-at.ts";

interface Chosen {
  readonly spot: TextSpot;
  readonly from: number;
  readonly to: number;
  /** Of the end of the words, in pixels of the window. */
  readonly x: number;
  readonly y: number;
}

export interface SelectionButtonProps {
  readonly spotOf: (fragment: unknown) => TextSpot | undefined;
  readonly begin: (spot: TextSpot, from: number, to: number) => void;
}

/** At the words that are chosen, for readers too: a reader has no toolbar. The keyboard has Ctrl Alt M. */
export function SelectionButton({ spotOf, begin }: SelectionButtonProps) {
  const t = useTranslations("annotation");
  const [chosen, setChosen] = useState<Chosen>();
  useEffect(() => {
    const follow = () => setChosen(chosenWords(document.getSelection(), spotOf));
    document.addEventListener("selectionchange", follow);
    document.addEventListener("scroll", follow, { capture: true, passive: true });
    return () => {
      document.removeEventListener("selectionchange", follow);
      document.removeEventListener("scroll", follow, { capture: true });
    };
  }, [spotOf]);
  if (!chosen) return null;
  return (
    <button
      type="button"
      className="selection-button"
      style={{ insetBlockStart: chosen.y, insetInlineStart: chosen.x }}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => {
        begin(chosen.spot, chosen.from, chosen.to);
        document.getSelection()?.removeAllRanges();
      }}
    >
      <IconMessagePlus size="1.125rem" stroke={1.75} aria-hidden />
      {t("comment")}
    </button>
  );
}

/** From the DOM: an editor that only reads does not follow its selection. */
function chosenWords(
  selection: Selection | null,
  spotOf: SelectionButtonProps["spotOf"],
): Chosen | undefined {
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return undefined;
  const range = selection.getRangeAt(0);
  const { startContainer: first } = range;
  const element = first instanceof Element ? first : first.parentElement;
  // Words of a card that stands in the text are not the text's.
  if (element?.closest(".thread-panel")) return undefined;
  const editor = editorOf(element);
  const spot = editor && spotOf(fragmentOf(editor));
  if (!editor || !spot) return undefined;
  const { view } = editor;
  // A link to evidence that was pressed is no words.
  if (view.state.selection instanceof NodeSelection) return undefined;
  const from = view.posAtDOM(first, range.startOffset);
  const isInside = view.dom.contains(range.endContainer);
  const to = isInside ? view.posAtDOM(range.endContainer, range.endOffset) : view.state.doc.content.size;
  if (to <= from) return undefined;
  const box = range.getClientRects();
  const last = box[box.length - 1];
  if (!last) return undefined;
  return {
    spot,
    from,
    to,
    x: Math.min(last.right, window.innerWidth - 130),
    y: Math.max(8, last.bottom + 6),
  };
}
