import type { StoredFile } from "@consilium/clinical";
import type { PDFDocumentProxy } from "pdfjs-dist";
import { useEffect, useState } from "react";
import { useFileAddress } from "./case-files.ts";
import { failureOf, openPdf, type OpeningFailure } from "./open-pdf.ts";
import { sizeOfPage } from "./pdf-size.ts";
import type { Size } from "./zoom.ts";

export type OpeningPdf =
  | { readonly is: "opening" }
  | { readonly is: "locked"; readonly unlock: (password: string) => void; readonly wasWrong: boolean }
  | { readonly is: "failed"; readonly why: OpeningFailure }
  /** `first`: the size of its first page. */
  | { readonly is: "open"; readonly pdf: PDFDocumentProxy; readonly first: Size };

export function usePdf(file: StoredFile): OpeningPdf {
  const addressOf = useFileAddress();
  const [state, setState] = useState<OpeningPdf>({ is: "opening" });
  useEffect(() => {
    let isWanted = true;
    const become = (next: OpeningPdf) => {
      if (isWanted) setState(next);
    };
    const task = openPdf(addressOf(file), (unlock, wasWrong) => become({ is: "locked", unlock, wasWrong }));
    const open = async () => {
      const pdf = await task.promise;
      become({ is: "open", pdf, first: sizeOfPage(await pdf.getPage(1)) });
    };
    open().catch((error: unknown) => become({ is: "failed", why: failureOf(error) }));
    return () => {
      isWanted = false;
      void task.destroy();
    };
  }, [addressOf, file]);
  return state;
}
