import { recordDigest } from "@consilium/clinical";
import { queryOptions, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useCase } from "../case/case-context.ts";
import { caseKey } from "../case/case-query.ts";
import { type FiledRecord, type OpenRecord, openRecord } from "./record-places.ts";
import { type CaseRecord, filedContent } from "./record-query.ts";
import { useEarlier } from "./use-earlier.ts";

/** The digest that anchors on a record name. */
export const recordDigestQuery = (caseId: string, seat: string | undefined, filed: FiledRecord | undefined) =>
  queryOptions({
    queryKey: caseKey(caseId, "record-digest", filed?.id, seat),
    queryFn: () => (filed ? recordDigest(filed) : ""),
    enabled: filed !== undefined,
    // A record never changes under its id.
    staleTime: Infinity,
  });

/** A record ready to be read and quoted. Undefined while its digest is computed; marks on what it was before may come later. */
export function useOpenRecord(record: CaseRecord | undefined): OpenRecord | undefined {
  const { caseId, seat } = useCase();
  const filed = useMemo(() => record && filedContent(record), [record]);
  const { data: sha256 } = useQuery(recordDigestQuery(caseId, seat, filed));
  const replaces = record?.replaces;
  const versioned = useMemo(() => (filed && replaces ? [{ filed, replaces }] : []), [filed, replaces]);
  const { of } = useEarlier(versioned);
  return useMemo(
    () => (filed && sha256 !== undefined ? openRecord(filed, sha256, replaces, of.get(filed.id)) : undefined),
    [filed, sha256, replaces, of],
  );
}
