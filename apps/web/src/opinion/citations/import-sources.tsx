import { citationLimits, type CitationsRead, readCitations } from "@consilium/clinical";
import { createUlid, secureRandom } from "@consilium/foundation";
import { addCitation, citationOf, type Item } from "@consilium/workspace";
import { useDeferredValue, useId, useMemo, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "../../design/button.tsx";
import { Dialog } from "../../design/dialog.tsx";
import { useDesk } from "../desk-context.ts";
import { useItemEdits } from "../items/use-item-edits.ts";
import { ReadSources } from "./read-sources.tsx";
import { type SourceToAdd, sourcesToAdd } from "./sources-to-add.ts";

export interface ImportSourcesProps {
  readonly sources: readonly Item[];
  readonly onClose: () => void;
}

/** Sources from a text that is pasted or a file: what is in it is shown before anything is added. */
export function ImportSources({ sources, onClose }: ImportSourcesProps) {
  const t = useTranslations("citation");
  const [text, setText] = useState("");
  const read = useRead(useDeferredValue(text));
  const found = useMemo(() => newIn(read, sources), [read, sources]);
  const add = useAdd();
  const fresh = found.filter(({ known }) => known === undefined);
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t("importTitle")}
      width={40}
      actions={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button
            look="filled"
            offReason={fresh.length === 0 ? t("nothingNew") : undefined}
            onClick={() => {
              add(fresh);
              onClose();
            }}
          >
            {t("add", { count: fresh.length })}
          </Button>
        </>
      }
    >
      <SourceText text={text} onChange={setText} />
      {read && <ReadSources read={read} found={found} />}
    </Dialog>
  );
}

/** Undefined: nothing was pasted yet. */
const useRead = (text: string): CitationsRead | undefined =>
  useMemo(() => (text.trim() === "" ? undefined : readCitations(text)), [text]);

const newIn = (read: CitationsRead | undefined, sources: readonly Item[]): readonly SourceToAdd[] =>
  read && read.form !== "none" ? sourcesToAdd(read.citations, sources.map(citationOf)) : [];

/** All of them as one step, which one press of undo takes back. */
function useAdd() {
  const { doc } = useDesk();
  const { together } = useItemEdits();
  return (found: readonly SourceToAdd[]) =>
    together(() => {
      for (const { citation } of found) addCitation(doc, createUlid(Date.now(), secureRandom), citation);
    });
}

interface SourceTextProps {
  readonly text: string;
  readonly onChange: (text: string) => void;
}

function SourceText({ text, onChange }: SourceTextProps) {
  const t = useTranslations("citation");
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [isTooLarge, setTooLarge] = useState(false);
  const take = async (file: File | undefined) => {
    const tooLarge = file !== undefined && file.size > citationLimits.letters;
    setTooLarge(tooLarge);
    if (file && !tooLarge) onChange(await file.text());
  };
  return (
    <div className="source-text">
      <label htmlFor={id}>{t("paste")}</label>
      <textarea
        id={id}
        rows={6}
        value={text}
        spellCheck={false}
        data-autofocus
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
      />
      <input
        ref={input}
        type="file"
        accept=".nbib,.ris,.bib,.txt,text/plain"
        aria-label={t("file")}
        className="visually-hidden"
        tabIndex={-1}
        onChange={({ target }) => {
          void take(target.files?.[0]);
          target.value = "";
        }}
      />
      <Button size="small" onClick={() => input.current?.click()}>
        {t("file")}
      </Button>
      {isTooLarge && <p className="source-refused">{t("refused.too-long")}</p>}
    </div>
  );
}
