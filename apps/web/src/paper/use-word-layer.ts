import { type PDFPageProxy, TextLayer } from "pdfjs-dist";
import { type RefObject, useEffect, useRef } from "react";
import { keepSelection } from "./keep-selection.ts";
import { pixelsPerPoint } from "./open-pdf.ts";
import { pageText } from "./page-text.ts";
import { useWordLayers } from "./paper-context.ts";
import { runsOf } from "./pdf-context.ts";
import type { Turns } from "./rectangles.ts";

/** Lays a page's words over its picture. They grow with the page by themselves. */
export function useWordLayer(
  holder: RefObject<HTMLElement | null>,
  proxy: PDFPageProxy | undefined,
  page: number,
  turns: Turns,
): void {
  const { set } = useWordLayers();
  const layer = useRef<TextLayer>(undefined);
  const now = useRef(turns);
  useEffect(() => {
    now.current = turns;
    if (proxy) layer.current?.update({ viewport: viewportOf(proxy, turns) });
  }, [proxy, turns]);
  useEffect(() => {
    const element = holder.current;
    if (!proxy || !element) return undefined;
    const release = new AbortController();
    const lay = async () => {
      const laid = await layWords(proxy, element, () => now.current, release.signal);
      if (!laid || release.signal.aborted) return;
      layer.current = laid.layer;
      set(page, { element, text: laid.text, runs: laid.layer.textDivs });
    };
    // Words that cannot be read leave a page that can be looked at.
    lay().catch(() => set(page, undefined));
    return () => {
      release.abort();
      layer.current = undefined;
      set(page, undefined);
      element.replaceChildren();
    };
  }, [holder, proxy, page, set]);
}

const viewportOf = (proxy: PDFPageProxy, turns: Turns) =>
  proxy.getViewport({ scale: pixelsPerPoint, rotation: (proxy.rotate + 90 * turns) % 360 });

async function layWords(
  proxy: PDFPageProxy,
  container: HTMLElement,
  turns: () => Turns,
  signal: AbortSignal,
): Promise<{ readonly layer: TextLayer; readonly text: ReturnType<typeof pageText> } | undefined> {
  const content = await proxy.getTextContent();
  if (signal.aborted) return undefined;
  container.style.setProperty("--user-unit", String(proxy.userUnit));
  const layer = new TextLayer({
    textContentSource: content,
    container,
    viewport: viewportOf(proxy, turns()),
  });
  await layer.render();
  if (signal.aborted) return undefined;
  layer.update({ viewport: viewportOf(proxy, turns()) });
  keepSelection(container, signal);
  return { layer, text: pageText(runsOf(content)) };
}
