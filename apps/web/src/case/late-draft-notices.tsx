import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useId, useState } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { LateDraftWay } from "../addendum/late-draft-way.tsx";
import { Banner } from "../design/banner.tsx";
import { Button } from "../design/button.tsx";
import { useCase } from "./case-context.ts";
import { caseKey } from "./case-query.ts";
import { KeptWords, useDocumentTitle } from "./kept-words.tsx";
import { deleteLateDraft, type LateDraft, lateDraftsQuery } from "./late-draft-query.ts";
import { useSaveStatus } from "./use-document.ts";

/** What this seat wrote after a document was closed: kept by the server for its author alone (SY-14, SY-22). */
export function LateDraftNotices() {
  const { caseId, seat, detail } = useCase();
  useNewLateDrafts();
  const { data = [] } = useQuery({ ...lateDraftsQuery(caseId, seat), enabled: detail.lateDrafts > 0 });
  if (detail.lateDrafts === 0) return null;
  return data.map((draft) => <LateDraftNotice key={draft.document} draft={draft} />);
}

/** This page has just been told that something of it came too late: nobody else is, so nothing else says it. */
function useNewLateDrafts(): void {
  const { caseId } = useCase();
  const queries = useQueryClient();
  const status = useSaveStatus();
  const isLate = status.state === "not-saved" && status.fate === "late";
  useEffect(() => {
    if (isLate) void queries.invalidateQueries({ queryKey: caseKey(caseId) });
  }, [isLate, queries, caseId]);
}

function LateDraftNotice({ draft }: { readonly draft: LateDraft }) {
  const t = useTranslations("workspace");
  const format = useFormatter();
  const titleOf = useDocumentTitle();
  const body = useId();
  const [isShown, setShown] = useState(true);
  const toggle = (
    <Button
      look="quiet"
      size="small"
      aria-expanded={isShown}
      aria-controls={body}
      onClick={() => setShown(!isShown)}
    >
      {isShown ? t("lateDraftHide") : t("lateDraftShow")}
    </Button>
  );
  const title = t("lateDraftTitle", { document: titleOf(draft.document) });
  return (
    <section className="kept-notice" aria-label={title}>
      <Banner tone="draft" isBar title={title} action={toggle}>
        {t("lateDraftText", { at: format.dateTime(new Date(draft.at), "moment") })}
      </Banner>
      <div id={body} hidden={!isShown}>
        <KeptWords
          document={draft.document}
          text={draft.sections}
          tone="quiet"
          actions={
            <>
              <LateDraftWay document={draft.document} />
              <DeleteLateDraft draft={draft} />
            </>
          }
        />
      </div>
    </section>
  );
}

function DeleteLateDraft({ draft }: { readonly draft: LateDraft }) {
  const t = useTranslations("workspace");
  const remove = useDeleteLateDraft(draft);
  return (
    <>
      <Button look="quiet" isDanger onClick={() => remove.mutate()}>
        {t("lateDraftDelete")}
      </Button>
      {remove.error && <span role="alert">{remove.error.message}</span>}
    </>
  );
}

function useDeleteLateDraft(draft: LateDraft) {
  const { caseId, seat } = useCase();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => deleteLateDraft(caseId, seat, draft),
    onSettled: () => queries.invalidateQueries({ queryKey: caseKey(caseId) }),
  });
}
