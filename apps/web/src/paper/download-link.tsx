import type { StoredFile } from "@consilium/clinical";
import { type MouseEvent, type ReactNode, useState } from "react";
import { useTranslations } from "use-intl";
import { PressedNote } from "../design/pressed-note.tsx";
import { type FileAddress, fetchFile, useFileAddress } from "./case-files.ts";

export interface DownloadLinkProps {
  readonly file: StoredFile;
  readonly children: ReactNode;
  readonly name?: string;
  /** Where only an icon is seen. */
  readonly label?: string;
}

/**
 * The file as an attachment, and with it that nobody checked it. A link says nothing of a seat: who sits twice fetches it
 * first.
 */
export function DownloadLink({ file, children, name = "paper-download", label }: DownloadLinkProps) {
  const t = useTranslations("paper");
  const [hasFailed, fail] = useState(false);
  const at = useFileAddress()(file);
  const [isTold, tell] = useState(false);
  const press = (event: MouseEvent) => {
    tell(true);
    if (Object.keys(at.headers).length === 0) return;
    event.preventDefault();
    save(at, file.name).then(
      () => fail(false),
      () => fail(true),
    );
  };
  return (
    <>
      <PressedNote note={t("downloadTold")} isOpen={isTold} onClose={() => tell(false)}>
        <a
          className={name}
          href={`${at.address}?download`}
          download={file.name}
          aria-label={label}
          title={t("downloadHint")}
          onClick={press}
        >
          {children}
        </a>
      </PressedNote>
      {hasFailed && <span role="alert">{t("downloadFailed")}</span>}
    </>
  );
}

async function save(at: FileAddress, name: string): Promise<void> {
  const address = URL.createObjectURL(await fetchFile(at));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // The browser has begun to read it when the next task runs; a minute is enough for its question where to.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
