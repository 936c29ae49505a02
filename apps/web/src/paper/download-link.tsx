import type { StoredFile } from "@consilium/clinical";
import { type MouseEvent, type ReactNode, useState } from "react";
import { useTranslations } from "use-intl";
import { type FileAddress, fetchFile, useFileAddress } from "./case-files.ts";

export interface DownloadLinkProps {
  readonly file: StoredFile;
  readonly children: ReactNode;
  readonly name?: string;
  /** Where only an icon is seen. */
  readonly label?: string;
}

/** The file as an attachment. A link says nothing of a seat: who sits twice fetches it first. */
export function DownloadLink({ file, children, name = "paper-download", label }: DownloadLinkProps) {
  const t = useTranslations("paper");
  const [hasFailed, fail] = useState(false);
  const at = useFileAddress()(file);
  const bySeat = (event: MouseEvent) => {
    if (Object.keys(at.headers).length === 0) return;
    event.preventDefault();
    save(at, file.name).then(
      () => fail(false),
      () => fail(true),
    );
  };
  return (
    <>
      <a
        className={name}
        href={`${at.address}?download`}
        download={file.name}
        aria-label={label}
        title={t("downloadHint")}
        onClick={bySeat}
      >
        {children}
      </a>
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
