import type { PDFDocumentProxy, PDFPageProxy } from "pdfjs-dist";
import { createContext, useContext, useEffect, useState } from "react";
import { type PageText, pageText, type TextRun } from "./page-text.ts";
import { sizeOfPage } from "./pdf-size.ts";
import type { Size } from "./zoom.ts";

/** An open PDF, and what has been learned of its pages. */
export interface OpenPdf {
  readonly pageOf: (page: number) => Promise<PDFPageProxy>;
  readonly wordsOf: (page: number) => Promise<PageText>;
}

export const PdfContext = createContext<OpenPdf | undefined>(undefined);

/** `onSize` hears the size of each page that is looked at. */
export function readPdf(pdf: PDFDocumentProxy, onSize: (page: number, size: Size) => void): OpenPdf {
  const words = new Map<number, Promise<PageText>>();
  const pageOf = async (page: number) => {
    const proxy = await pdf.getPage(page);
    onSize(page, sizeOfPage(proxy));
    return proxy;
  };
  const readWords = async (page: number) => pageText(runsOf(await (await pageOf(page)).getTextContent()));
  const wordsOf = (page: number) => {
    const known = words.get(page) ?? readWords(page);
    words.set(page, known);
    return known;
  };
  return { pageOf, wordsOf };
}

type TextContent = Awaited<ReturnType<PDFPageProxy["getTextContent"]>>;

/** In the order in which pdf.js lays them out. */
export const runsOf = ({ items }: TextContent): readonly TextRun[] =>
  items.flatMap((item) => ("str" in item ? [{ str: item.str, hasEOL: item.hasEOL }] : []));

/** A page of the open PDF; undefined while it is fetched. */
export function usePdfPage(page: number): {
  readonly proxy: PDFPageProxy | undefined;
  readonly hasFailed: boolean;
} {
  const pdf = useContext(PdfContext);
  const [proxy, setProxy] = useState<PDFPageProxy>();
  const [hasFailed, fail] = useState(false);
  useEffect(() => {
    let isWanted = true;
    pdf?.pageOf(page).then(
      (found) => isWanted && setProxy(found),
      () => isWanted && fail(true),
    );
    return () => {
      isWanted = false;
    };
  }, [pdf, page]);
  return { proxy, hasFailed };
}
