/* oxlint-disable jsx-a11y/prefer-tag-over-role, jsx-a11y/click-events-have-key-events -- No tag is a list whose focus stays in a text; its keys come from there. */
import "./snippet.css";
import { IconBookmark, IconChevronRight, IconLineScan, IconTemplate } from "@tabler/icons-react";
import { type RefObject, useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from "react";
import { createPortal } from "react-dom";
import { useTranslations } from "use-intl";
import { endSlash } from "../editor/slash.ts";
import { useDesk } from "../opinion/desk-context.ts";
import { useTextHooks } from "../opinion/text-hooks.ts";
import { insertText } from "./insert-text.ts";
import { findItems, type SlashItem } from "./slash-items.ts";
import type { Asked, TakeKey } from "./snippets-around.tsx";
import { useSlashItems } from "./use-slash-items.ts";

export interface SlashMenuProps {
  readonly asked: Asked;
  readonly onKeys: (take: TakeKey | undefined) => void;
  /** The list of all snippets, to change them. */
  readonly onSnippets: () => void;
}

/** The list below the caret. The caret stays in the text: the arrows move through the list, Enter puts in, Escape leaves the words as text. */
export function SlashMenu({ asked, onKeys, onSnippets }: SlashMenuProps) {
  const { editor, spot, words } = asked;
  const items = useSlashItems(spot);
  const found = useMemo(() => findItems(items, words.words), [items, words.words]);
  const choose = useChoose(asked, onSnippets);
  const [moved, setMoved] = useState({ words: words.words, at: 0 });
  const at = moved.words === words.words ? Math.min(moved.at, found.length - 1) : 0;
  useEffect(() => {
    onKeys((event) => {
      if (found.length === 0 || event.isComposing) return false;
      const move = (by: number) =>
        setMoved({ words: words.words, at: (at + by + found.length) % found.length });
      const chosen = found[at];
      if (event.key === "ArrowDown") move(1);
      else if (event.key === "ArrowUp") move(-1);
      else if (event.key === "Escape") endSlash(editor.view);
      else if ((event.key === "Enter" || event.key === "Tab") && chosen) choose(chosen);
      else return false;
      event.preventDefault();
      return true;
    });
    return () => onKeys(undefined);
  }, [onKeys, found, at, words.words, editor, choose]);
  // Where nothing is called that, "/" is a letter as any other.
  return found.length > 0 && <ListOfItems asked={asked} found={found} at={at} choose={choose} />;
}

interface ListOfItemsProps {
  readonly asked: Asked;
  readonly found: readonly SlashItem[];
  readonly at: number;
  readonly choose: (item: SlashItem) => void;
}

function ListOfItems({ asked: { editor, words }, found, at, choose }: ListOfItemsProps) {
  const t = useTranslations("snippet");
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  usePlaced(list, editor, words.from, found.length);
  useHeard(editor.view.dom, id, at);
  useEffect(() => {
    document.getElementById(`${id}-${at}`)?.scrollIntoView({ block: "nearest" });
  }, [id, at]);
  return createPortal(
    <>
      <div ref={list} id={id} className="slash-menu" role="listbox" tabIndex={-1} aria-label={t("offered")}>
        {found.map((item, index) => (
          <div
            key={index}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            // Pressing it leaves the caret where it is.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => choose(item)}
          >
            <ItemIcon item={item} />
            <span className="slash-name" dir="auto">
              {item.name}
            </span>
            {item.kind === "text" && <small>{t(`of.${item.of}`)}</small>}
          </div>
        ))}
      </div>
      <output className="visually-hidden">{t("count", { count: found.length })}</output>
    </>,
    // Beside the text that it belongs to, for whoever goes from landmark to landmark.
    editor.view.dom.closest("main") ?? document.body,
  );
}

const look = { size: "1rem", stroke: 1.75, "aria-hidden": true } as const;

function ItemIcon({ item }: { readonly item: SlashItem }) {
  if (item.kind === "text")
    return item.of === "snippet" ? <IconBookmark {...look} /> : <IconTemplate {...look} />;
  return item.kind === "evidence" ? <IconLineScan {...look} /> : <IconChevronRight {...look} />;
}

function useChoose({ editor, spot, words }: Asked, onSnippets: () => void) {
  const { undo } = useDesk();
  const { linkEvidence } = useTextHooks();
  return useMemo(
    () =>
      (item: SlashItem): void => {
        const range = { from: words.from, to: words.to };
        if (item.kind === "text") return insertText(editor, range, item.text, undo);
        undo?.stopCapturing();
        const cleared = editor.chain().focus().deleteRange(range);
        if (item.kind === "command") item.run(cleared).run();
        else cleared.run();
        undo?.stopCapturing();
        if (item.kind === "evidence") linkEvidence?.(spot, editor);
        if (item.kind === "snippets") onSnippets();
      },
    [editor, spot, words, undo, linkEvidence, onSnippets],
  );
}

/** Stays with its words as the text is scrolled and as the list grows shorter. */
function usePlaced(
  list: RefObject<HTMLElement | null>,
  editor: Asked["editor"],
  from: number,
  count: number,
): void {
  useLayoutEffect(() => {
    if (count === 0) return undefined;
    const again = () => {
      if (list.current) placeBeside(list.current, editor.view.coordsAtPos(from));
    };
    again();
    addEventListener("scroll", again, true);
    addEventListener("resize", again);
    return () => {
      removeEventListener("scroll", again, true);
      removeEventListener("resize", again);
    };
  }, [list, editor, from, count]);
}

/** Below the words, or above them where there is more room; never beyond the window. */
function placeBeside(
  element: HTMLElement,
  { left, top, bottom }: Record<"left" | "top" | "bottom", number>,
): void {
  const height = globalThis.visualViewport?.height ?? innerHeight;
  const [below, above] = [height - bottom - gap, top - gap];
  const isBelow = below >= Math.min(element.scrollHeight, 160) || below >= above;
  element.style.maxBlockSize = `${Math.max(96, Math.min(highest, isBelow ? below : above) - gap)}px`;
  element.style.left = `${Math.max(gap, Math.min(left, innerWidth - element.offsetWidth - gap))}px`;
  element.style.top = isBelow ? `${bottom + 4}px` : `${top - 4 - element.offsetHeight}px`;
}

/** In pixels, to the edges of the window. */
const gap = 8;

/** In pixels: cuts a line in two, so that one sees that there are more. */
const highest = 340;

/** A screen reader hears the chosen line while the focus stays in the text. */
function useHeard(text: HTMLElement, id: string, at: number): void {
  useEffect(() => {
    text.setAttribute("aria-haspopup", "listbox");
    text.setAttribute("aria-controls", id);
    text.setAttribute("aria-activedescendant", `${id}-${at}`);
    return () => {
      for (const name of ["aria-haspopup", "aria-controls", "aria-activedescendant"])
        text.removeAttribute(name);
    };
  }, [text, id, at]);
}
