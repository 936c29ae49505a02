import { findLeftWork, type LeftWork, type SectionText } from "@consilium/workspace-client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useSyncExternalStore } from "react";
import { useTranslations } from "use-intl";
import { useMe } from "../app/session.ts";
import { keySource } from "./case-query.ts";
import type { DocumentShelf } from "./document-shelf.ts";
import { LostWords, useDocumentTitle } from "./kept-words.tsx";

/** What this page had not saved when the case was taken from it (SY-14, SY-20): the person's own words, and nothing else. */
export function WordsOfPage({ shelf }: { readonly shelf: DocumentShelf }) {
  useSyncExternalStore(shelf.status.subscribe, shelf.status.getSnapshot);
  return shelf.notSaved().map((document) => {
    const { status } = document.snapshot.getSnapshot();
    const text = status.state === "not-saved" ? status.text : [];
    const dismiss = () => document.dismissNotice();
    return (
      text.length > 0 && <Words key={document.name} document={document.name} text={text} forget={dismiss} />
    );
  });
}

/** What earlier pages in this browser had not saved. It opens nowhere any more: shown until it was copied, and then forgotten. */
export function WordsLeft({ caseId }: { readonly caseId: string }) {
  const me = useMe();
  const queries = useQueryClient();
  const queryKey = ["left-work", me.id, caseId];
  const { data } = useQuery({
    queryKey,
    queryFn: () => findLeftWork({ ...browser(), personId: me.id, caseId, ...keySource }),
    gcTime: 0,
    staleTime: Infinity,
  });
  const forget = (work: LeftWork) => void work.forget().then(() => queries.invalidateQueries({ queryKey }));
  return data?.map((work) => (
    <Words key={work.document} document={work.document} text={work.text} forget={() => forget(work)} />
  ));
}

const browser = () => ({ indexedDB: window.indexedDB, locks: navigator.locks });

interface WordsProps {
  readonly document: string;
  readonly text: readonly SectionText[];
  readonly forget: () => void;
}

function Words({ document, text, forget }: WordsProps) {
  const t = useTranslations("workspace");
  const titleOf = useDocumentTitle();
  return (
    <section className="kept-notice left-words">
      <h2>{t("leftTitle", { document: titleOf(document) })}</h2>
      <p>{t("leftText")}</p>
      <LostWords document={document} text={text} discard={forget} />
    </section>
  );
}
