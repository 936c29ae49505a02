import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useTranslations } from "use-intl";
import { Refused } from "../app/refused.ts";
import { useCase } from "../case/case-context.ts";
import { caseKey } from "../case/case-query.ts";
import { Banner } from "../design/banner.tsx";
import { SkeletonAfter } from "../design/skeleton-after.tsx";
import { useMayAdd } from "../upload/use-case-deliveries.ts";
import { withEarlierOpen } from "./record-beside-text.ts";
import { type CaseRecord, earlierQuery, takeBackReplaces } from "./record-query.ts";
import { RecordView } from "./record-view.tsx";

export interface EarlierVersionProps {
  readonly newest: CaseRecord;
  /** An id that it replaces. */
  readonly earlier: string;
}

/** A record as it was before a newer version took its place; it says so, and leads back. */
export function EarlierVersion({ newest, earlier }: EarlierVersionProps) {
  const t = useTranslations("record");
  const { caseId, seat } = useCase();
  const { data: record, error } = useQuery(earlierQuery(caseId, seat, earlier));
  return (
    <>
      <div className="record-earlier">
        <Banner tone="warn" title={t("earlierIs", { title: newest.title })} />
        <p>
          <Link
            to="/cases/$caseId/records/$recordId"
            params={{ caseId, recordId: newest.id }}
            search={withEarlierOpen(undefined)}
          >
            {t("openNewest")}
          </Link>
          <TakeBack newest={newest} earlier={earlier} />
        </p>
      </div>
      {error && <Banner tone="stop" title={error instanceof Refused ? error.message : t("notHere")} />}
      {!record && !error && <SkeletonAfter />}
      {record && <RecordView record={record} level={1} />}
    </>
  );
}

function TakeBack({ newest, earlier }: EarlierVersionProps) {
  const t = useTranslations("record");
  const mayAdd = useMayAdd();
  const { mutate, error, isPending } = useTakingBack(newest, earlier);
  if (!mayAdd) return null;
  return (
    <>
      <button type="button" className="thread-link" disabled={isPending} onClick={() => mutate()}>
        {t("takeBackReplaces")}
      </button>
      {error && <Banner tone="stop" title={error instanceof Refused ? error.message : t("notReplaced")} />}
    </>
  );
}

function useTakingBack(newest: CaseRecord, earlier: string) {
  const { caseId, seat } = useCase();
  const queries = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: () => takeBackReplaces(caseId, seat, newest.id, earlier),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: caseKey(caseId, "records") });
      await navigate({
        to: "/cases/$caseId/records/$recordId",
        params: { caseId, recordId: earlier },
        search: withEarlierOpen(undefined),
      });
    },
  });
}
