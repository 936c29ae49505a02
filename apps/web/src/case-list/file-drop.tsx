import { type DragEvent, useRef, useState } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { Button } from "../design/button.tsx";
import { largestFile } from "./import-file.ts";

const mebibyte = 1024 * 1024;

export interface FileDropProps {
  readonly file: File | undefined;
  /** Without a file: why it is not taken. */
  readonly onChoose: (file: File | undefined, refusal?: string) => void;
}

/** Choose a file by a button or drop it. What is too large is said before anything is sent. */
export function FileDrop({ file, onChoose }: FileDropProps) {
  const t = useTranslations("importing");
  const input = useRef<HTMLInputElement>(null);
  const sizeOf = useSize();
  const take = useTake(onChoose);
  const { isOver, ...drop } = useDrop(take);
  const said = file ? t("chosen", { name: file.name, size: sizeOf(file) }) : t("orDrop");
  return (
    <>
      <p className="import-what">{t("what", { most: largestFile / mebibyte })}</p>
      <div className="file-drop" data-over={isOver || undefined} {...drop}>
        <input
          ref={input}
          type="file"
          accept=".json,.xml,.zip,application/zip,application/json,application/fhir+json,application/xml,text/xml"
          aria-label={t("choose")}
          className="visually-hidden"
          tabIndex={-1}
          onChange={({ target }) => take(target.files)}
        />
        <Button onClick={() => input.current?.click()}>{file ? t("again") : t("choose")}</Button>
        <span>{isOver ? t("drop") : said}</span>
      </div>
    </>
  );
}

function useTake(onChoose: FileDropProps["onChoose"]) {
  const t = useTranslations("importing");
  const sizeOf = useSize();
  return (files: FileList | null) => {
    const [first, second] = files ?? [];
    if (!first) return;
    if (second) return onChoose(undefined, t("oneFile"));
    if (first.size <= largestFile) return onChoose(first);
    onChoose(
      undefined,
      t("tooLarge", { name: first.name, size: sizeOf(first), most: largestFile / mebibyte }),
    );
  };
}

function useDrop(take: (files: FileList) => void) {
  const [isOver, setOver] = useState(false);
  return {
    isOver,
    onDragOver: (event: DragEvent) => {
      event.preventDefault();
      setOver(true);
    },
    onDragLeave: () => setOver(false),
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      setOver(false);
      take(event.dataTransfer.files);
    },
  };
}

/** In MiB, at least a hundredth. */
function useSize(): (file: Blob) => string {
  const format = useFormatter();
  return ({ size }) => format.number(Math.max(0.01, size / mebibyte), { maximumFractionDigits: 2 });
}
