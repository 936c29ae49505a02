import type { EvidenceUse } from "@consilium/workspace";
import { useQuery } from "@tanstack/react-query";
import { useMemo, useSyncExternalStore } from "react";
import type { Doc } from "yjs";
import { useCase } from "../../case/case-context.ts";
import { draftOf } from "../../case/draft-of.ts";
import { useDocument } from "../../case/use-document.ts";
import { documentOfVersion, versionQuery } from "../../case/version-query.ts";
import { UsesOfDocument } from "./uses-of-document.ts";

const none: readonly EvidenceUse[] = [];
const nothing: Pick<UsesOfDocument, "subscribe" | "current"> = {
  subscribe: () => () => {},
  current: () => none,
};

/** Of the lead opinion, as this seat reads it: the living draft, the version that was shared, or nothing. */
export function useOpinionUses(): readonly EvidenceUse[] {
  const draft = useDraft();
  const version = useVersion();
  const doc = draft ?? version;
  const uses = useMemo(() => (doc ? new UsesOfDocument(doc) : nothing), [doc]);
  return useSyncExternalStore(uses.subscribe, uses.current);
}

function useDraft(): Doc | undefined {
  const { detail } = useCase();
  const state = useDocument(draftOf(detail) ?? "none");
  return state.phase === "open" && state.synced ? state.doc : undefined;
}

function useVersion(): Doc | undefined {
  const { caseId, seat, detail } = useCase();
  const [opinion] = detail.opinions;
  const n = opinion?.read === "version" ? opinion.version : null;
  const query = versionQuery({ caseId, opinionId: opinion?.id ?? "", n: n ?? 0, seat });
  const { data } = useQuery({ ...query, enabled: n !== null });
  const state = data?.state;
  return useMemo(() => (state === undefined ? undefined : documentOfVersion(state)), [state]);
}
