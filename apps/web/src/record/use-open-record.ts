import { recordDigest } from "@consilium/clinical";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useCase } from "../case/case-context.ts";
import { caseKey } from "../case/case-query.ts";
import { type OpenRecord, openRecord } from "./record-places.ts";
import { type CaseRecord, filedContent } from "./record-query.ts";

/** A record ready to be read and quoted. Undefined while its digest is computed. */
export function useOpenRecord(record: CaseRecord | undefined): OpenRecord | undefined {
  const { caseId, seat } = useCase();
  const filed = useMemo(() => record && filedContent(record), [record]);
  const { data: sha256 } = useQuery({
    queryKey: caseKey(caseId, "record-digest", record?.id, seat),
    queryFn: () => (filed ? recordDigest(filed) : ""),
    enabled: filed !== undefined,
    // A record never changes under its id.
    staleTime: Infinity,
  });
  return useMemo(
    () => (filed && sha256 !== undefined ? openRecord(filed, sha256, record?.replaces) : undefined),
    [filed, sha256, record],
  );
}
