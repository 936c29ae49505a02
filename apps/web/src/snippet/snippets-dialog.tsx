import "./snippet.css";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Banner } from "../design/banner.tsx";
import { Button } from "../design/button.tsx";
import { Dialog } from "../design/dialog.tsx";
import { type Snippet, type SnippetInput, snippetsQuery, useDeleteSnippet } from "./snippet-api.ts";
import { SnippetForm } from "./snippet-form.tsx";

export interface SnippetsDialogProps {
  /** What a new one begins with; without a text the list is shown first. */
  readonly begun: Partial<SnippetInput>;
  readonly onClose: () => void;
}

/** What is written: a new one, or one that is there. */
type Writing = Partial<Snippet>;

/** My snippets: make, change, delete. */
export function SnippetsDialog({ begun, onClose }: SnippetsDialogProps) {
  const t = useTranslations("snippet");
  const isBegun = begun.text !== undefined;
  const [writing, write] = useState<Writing | undefined>(isBegun ? begun : undefined);
  const { data, error } = useQuery(snippetsQuery);
  const leave = () => (isBegun ? onClose() : write(undefined));
  const title = writing?.id !== undefined ? t("change") : t(writing ? "make" : "title");
  return (
    <Dialog isOpen onClose={onClose} title={title} width={38}>
      {writing ? (
        <SnippetForm key={writing.id ?? ""} begun={writing} longest={data?.longest} onDone={leave} />
      ) : (
        <>
          <p className="snippet-note">{t("note")}</p>
          {error && <Banner tone="stop" title={error.message} />}
          {data && <ListOfSnippets snippets={data.items} onChange={write} />}
          <div className="dialog-actions">
            <Button onClick={onClose}>{t("close")}</Button>
            <Button
              look="filled"
              offReason={data && data.items.length >= data.most ? t("full", { most: data.most }) : undefined}
              onClick={() => write({})}
            >
              {t("make")}
            </Button>
          </div>
        </>
      )}
    </Dialog>
  );
}

interface ListOfSnippetsProps {
  readonly snippets: readonly Snippet[];
  readonly onChange: (snippet: Snippet) => void;
}

function ListOfSnippets({ snippets, onChange }: ListOfSnippetsProps) {
  const t = useTranslations("snippet");
  const { mutate, error } = useDeleteSnippet();
  const [asked, ask] = useState<string>();
  if (snippets.length === 0) return <p>{t("none")}</p>;
  return (
    <>
      {error && <Banner tone="stop" title={error.message} />}
      <ul className="snippet-list">
        {snippets.map((snippet) => (
          <li key={snippet.id}>
            <div dir="auto">
              <b>{snippet.name}</b>
              <p>{snippet.text}</p>
            </div>
            <Button size="small" onClick={() => onChange(snippet)} aria-label={t("changeIt", snippet)}>
              {t("changeShort")}
            </Button>
            {asked === snippet.id ? (
              <Button size="small" look="filled" onClick={() => mutate(snippet.id)}>
                {t("deleteSure")}
              </Button>
            ) : (
              <Button size="small" onClick={() => ask(snippet.id)} aria-label={t("deleteIt", snippet)}>
                {t("delete")}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
