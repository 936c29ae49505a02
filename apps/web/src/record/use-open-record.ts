import { recordDigest } from "@consilium/clinical";
import { queryOptions, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useCase } from "../case/case-context.ts";
import { caseKey } from "../case/case-query.ts";
import { type FiledRecord, type OpenRecord, openRecord } from "./record-places.ts";
import { type CaseRecord, filedContent } from "./record-query.ts";

/** The digest that anchors on a record name. */
export const recordDigestQuery = (caseId: string, seat: string | undefined, filed: FiledRecord | undefined) =>
  queryOptions({
    queryKey: caseKey(caseId, "record-digest", filed?.id, seat),
    queryFn: () => (filed ? recordDigest(filed) : ""),
    enabled: filed !== undefined,
    // A record never changes under its id.
    staleTime: Infinity,
  });

/** A record ready to be read and quoted. Undefined while its digest is computed. */
export function useOpenRecord(record: CaseRecord | undefined): OpenRecord | undefined {
  const { caseId, seat } = useCase();
  const filed = useMemo(() => record && filedContent(record), [record]);
  const { data: sha256 } = useQuery(recordDigestQuery(caseId, seat, filed));
  return useMemo(
    () => (filed && sha256 !== undefined ? openRecord(filed, sha256, record?.replaces) : undefined),
    [filed, sha256, record],
  );
}
