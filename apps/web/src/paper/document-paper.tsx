import type { RecordOf, StoredFile } from "@consilium/clinical";
import type { PDFDocumentProxy } from "pdfjs-dist";
import { useCallback, useMemo, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "../design/button.tsx";
import { SkeletonAfter } from "../design/skeleton-after.tsx";
import { DownloadLink } from "./download-link.tsx";
import type { OpeningFailure } from "./open-pdf.ts";
import type { PaperPages } from "./paper-pages.ts";
import { Paper } from "./paper.tsx";
import { PasswordForm } from "./password-form.tsx";
import { PdfContext, readPdf } from "./pdf-context.ts";
import { PdfPage, PdfThumbnail } from "./pdf-page.tsx";
import { usePdf } from "./use-pdf.ts";
import type { Size } from "./zoom.ts";

/** The pages of a PDF, or why they are not there. */
export function DocumentPaper({ record }: { readonly record: RecordOf<"document"> }) {
  const [attempt, setAttempt] = useState(0);
  return <Document key={attempt} {...record.content} onAgain={() => setAttempt(attempt + 1)} />;
}

type DocumentProps = Pick<RecordOf<"document">["content"], "file" | "hasText" | "pages"> &
  Pick<NotOpenedProps, "onAgain">;

function Document({ file, hasText, pages, onAgain }: DocumentProps) {
  const opening = usePdf(file);
  switch (opening.is) {
    case "opening":
      return <SkeletonAfter />;
    case "locked":
      return <PasswordForm {...opening} />;
    case "failed":
      return <NotOpened file={file} why={opening.why} onAgain={onAgain} />;
    case "open":
      return (
        <OpenedDocument
          file={file}
          // Of a locked one nobody has seen the pages.
          hasWords={hasText || pages === null}
          pdf={opening.pdf}
          first={opening.first}
        />
      );
  }
}

interface NotOpenedProps {
  readonly file: StoredFile;
  readonly why: OpeningFailure;
  readonly onAgain: () => void;
}

function NotOpened({ file, why, onAgain }: NotOpenedProps) {
  const t = useTranslations("paper");
  return (
    <div className="paper-closed" role="alert">
      <p>{t(`failed.${why}`)}</p>
      <p>
        <DownloadLink file={file}>{t("download")}</DownloadLink>
        <Button size="small" onClick={onAgain}>
          {t("tryAgain")}
        </Button>
      </p>
    </div>
  );
}

interface OpenedProps {
  readonly file: StoredFile;
  readonly hasWords: boolean;
  readonly pdf: PDFDocumentProxy;
  readonly first: Size;
}

function OpenedDocument({ file, hasWords, pdf, first }: OpenedProps) {
  const { sizeOf, learn } = useSizes(first);
  const open = useMemo(() => readPdf(pdf, learn), [pdf, learn]);
  const pages = useMemo(
    (): PaperPages => ({
      is: "document",
      count: pdf.numPages,
      fileOf: () => file,
      originalOf: () => file,
      sizeOf,
      measure: async (page) => {
        await open.pageOf(page);
      },
      Page: PdfPage,
      Thumbnail: PdfThumbnail,
      wordsOf: open.wordsOf,
    }),
    [file, pdf, sizeOf, open],
  );
  return (
    <PdfContext value={open}>
      <Paper pages={pages} hasWords={hasWords} />
    </PdfContext>
  );
}

/** Most documents have pages of one size: only those that differ from the first are kept. */
function useSizes(first: Size) {
  const [sizes, setSizes] = useState<ReadonlyMap<number, Size>>(new Map());
  const sizeOf = useCallback((page: number) => sizes.get(page) ?? first, [sizes, first]);
  const learn = useCallback(
    (page: number, size: Size) =>
      setSizes((now) => {
        const known = now.get(page) ?? first;
        const isKnown = known.width === size.width && known.height === size.height;
        return isKnown ? now : new Map([...now, [page, size]]);
      }),
    [first],
  );
  return { sizeOf, learn };
}
