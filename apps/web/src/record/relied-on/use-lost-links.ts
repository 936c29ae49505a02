import { type Evidence, evidenceOf } from "@consilium/workspace";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useMemo, useState, useSyncExternalStore } from "react";
import type { Doc } from "yjs";
import { useCase } from "../../case/case-context.ts";
import { useIsPainted } from "../../design/later.ts";
import { type LostEvidence, LostLinks } from "../../editor/lost-evidence.ts";
import { recordOf } from "../record-places.ts";
import { type CaseRecord, recordsQuery } from "../record-query.ts";
import { useRecordsNamed } from "../use-open-records.ts";
import { changedLinks, lostLinks } from "./lost-links.ts";

const noRecords: readonly CaseRecord[] = [];

/** Follows which links of a text are orphaned, and whose values were corrected. It comes after the text: until then none is. */
export function useLostLinks(doc: Doc): LostEvidence {
  const [lost] = useState(() => new LostLinks());
  const { caseId, seat } = useCase();
  const evidence = useEvidenceOf(doc);
  const isWanted = useIsPainted() && evidence.size > 0;
  const { data: records } = useQuery({ ...recordsQuery(caseId, seat), enabled: isWanted });
  const names = [...evidence.values()].flatMap(({ anchor }) => recordOf(anchor) ?? []);
  const opened = useRecordsNamed(records ?? noRecords, names);
  useEffect(() => {
    if (records && opened) lost.set(lostLinks(evidence, opened), changedLinks(evidence, opened));
  }, [lost, records, opened, evidence]);
  return lost;
}

/** All links that the document holds, by id. */
function useEvidenceOf(doc: Doc): ReadonlyMap<string, Evidence> {
  const store = useMemo(() => evidenceStore(doc), [doc]);
  return useSyncExternalStore(store.subscribe, store.current);
}

function evidenceStore(doc: Doc) {
  const map = doc.getMap<unknown>("evidence");
  let held: ReadonlyMap<string, Evidence> | undefined;
  const read = () =>
    new Map(
      [...map.keys()].flatMap((id) => {
        const evidence = evidenceOf(doc, id);
        return evidence ? [[id, evidence] as const] : [];
      }),
    );
  return {
    subscribe: (changed: () => void) => {
      const follow = () => {
        held = undefined;
        changed();
      };
      map.observe(follow);
      return () => map.unobserve(follow);
    },
    current: () => (held ??= read()),
  };
}
