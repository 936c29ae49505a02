import type { PDFPageProxy } from "pdfjs-dist";
import { type RefObject, useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { drawPage, releaseCanvas } from "./draw-page.ts";
import { usePaperLook } from "./paper-context.ts";
import type { PageProps } from "./paper-pages.ts";
import { usePdfPage } from "./pdf-context.ts";
import type { Turns } from "./rectangles.ts";
import { useWordLayer } from "./use-word-layer.ts";

/** A page of a PDF: its picture, and over it its words, to be chosen. */
export function PdfPage({ page }: PageProps) {
  const t = useTranslations("paper");
  const { scale, turns } = usePaperLook();
  const { proxy, hasFailed } = usePdfPage(page);
  const picture = useRef<HTMLDivElement>(null);
  const words = useRef<HTMLDivElement>(null);
  const isLost = useDrawing(picture, proxy, scale, turns);
  useWordLayer(words, proxy, page, turns);
  return (
    <>
      {(hasFailed || isLost) && <p className="paper-page-failed">{t("pageFailed")}</p>}
      <div key={turns} ref={picture} className="paper-picture" aria-hidden />
      <div ref={words} className="paper-words" />
    </>
  );
}

/** Small, in the strip of all pages. */
export function PdfThumbnail({ page }: PageProps) {
  const { turns } = usePaperLook();
  const { proxy } = usePdfPage(page);
  const picture = useRef<HTMLSpanElement>(null);
  useDrawing(picture, proxy, thumbnailScale, turns);
  return <span key={turns} ref={picture} className="paper-picture" aria-hidden />;
}

const thumbnailScale = 0.12;

/** Draws into the element, which is another one for every turn; the old picture stays until the new one is there. Returns whether it could not be drawn. */
function useDrawing(
  holder: RefObject<HTMLElement | null>,
  proxy: PDFPageProxy | undefined,
  scale: number,
  turns: Turns,
): boolean {
  const [isLost, lose] = useState(false);
  const drawn = useRef<HTMLCanvasElement>(undefined);
  useEffect(() => {
    if (!proxy) return undefined;
    const drawing = drawPage(proxy, scale, turns);
    const show = async () => {
      const canvas = await drawing.done;
      if (!canvas) return;
      if (drawn.current) releaseCanvas(drawn.current);
      drawn.current = canvas;
      holder.current?.replaceChildren(canvas);
      lose(false);
    };
    show().catch(() => lose(true));
    return drawing.stop;
  }, [holder, proxy, scale, turns]);
  useEffect(
    () => () => {
      if (drawn.current) releaseCanvas(drawn.current);
      drawn.current = undefined;
      proxy?.cleanup();
    },
    [proxy],
  );
  return isLost;
}
