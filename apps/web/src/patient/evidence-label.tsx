import { type Evidence, evidenceOf } from "@consilium/workspace";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslations } from "use-intl";
import type { Doc } from "yjs";
import { useCase } from "../case/case-context.ts";
import { useIsPainted } from "../design/later.ts";
import { withLinkOpen } from "../record/record-beside-text.ts";
import { recordsQuery } from "../record/record-query.ts";
import { recordOfLink } from "./record-of-link.ts";

/** The label of a place in a record, in the software's voice: a link there, where whoever reads may read the record, too. */
export function EvidenceLabel({ doc, id }: { readonly doc: Doc; readonly id: string | undefined }) {
  const t = useTranslations("patient");
  const { caseId } = useCase();
  const evidence = id === undefined ? undefined : evidenceOf(doc, id);
  const record = useRecordOfLink(evidence);
  const words = evidence?.label ?? t("lostPlace");
  if (id === undefined || record === undefined) {
    return (
      <span className="reading-evidence" data-evidence={id} tabIndex={-1}>
        {words}
      </span>
    );
  }
  return (
    <Link
      className="reading-evidence"
      data-evidence={id}
      to="/cases/$caseId/records/$recordId"
      params={{ caseId, recordId: record }}
      search={withLinkOpen(id)}
    >
      {words}
    </Link>
  );
}

/** It comes after the text: until the records are here, and where they are refused, it is none. */
function useRecordOfLink(evidence: Evidence | undefined): string | undefined {
  const { caseId, seat } = useCase();
  const isWanted = useIsPainted() && evidence !== undefined;
  const { data: records } = useQuery({ ...recordsQuery(caseId, seat), enabled: isWanted });
  return recordOfLink(evidence, records);
}
