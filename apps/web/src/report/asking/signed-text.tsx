import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import type { Doc } from "yjs";
import type { OpinionSummary } from "../../case/case-api.ts";
import { useCase } from "../../case/case-context.ts";
import { useDocument } from "../../case/use-document.ts";
import { documentOfVersion, versionQuery } from "../../case/version-query.ts";

export interface SignedTextProps {
  readonly opinion: OpinionSummary;
  /** The text is here: as the document itself, or as the version that this seat was given. */
  readonly onText: (doc: Doc) => void;
}

/** Brings the text that a report was signed from. Shows nothing. */
export function SignedText({ opinion, onText }: SignedTextProps) {
  const { id, version } = opinion;
  return version === null ? (
    <Live id={id} onText={onText} />
  ) : (
    <AtVersion id={id} n={version} onText={onText} />
  );
}

type OnText = Pick<SignedTextProps, "onText">;

function AtVersion({ id, n, onText }: OnText & { readonly id: string; readonly n: number }) {
  const { caseId, seat } = useCase();
  const { data } = useQuery(versionQuery({ caseId, opinionId: id, n, seat }));
  const state = data?.state;
  useEffect(() => {
    if (state !== undefined) onText(documentOfVersion(state));
  }, [state, onText]);
  return null;
}

function Live({ id, onText }: OnText & { readonly id: string }) {
  const document = useDocument(`opinion.${id}`);
  const doc = document.phase === "open" && document.synced ? document.doc : undefined;
  useEffect(() => {
    if (doc) onText(doc);
  }, [doc, onText]);
  return null;
}
