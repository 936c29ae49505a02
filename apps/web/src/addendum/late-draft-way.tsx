import { useNavigate } from "@tanstack/react-router";
import { useTranslations } from "use-intl";
import { useCase } from "../case/case-context.ts";
import { Button } from "../design/button.tsx";
import { RefusedLine } from "../opinion/sharing/refused-line.tsx";
import { useReports } from "../report/use-report.ts";
import { useBeginAddendum } from "./use-addenda.ts";

/** From what was written too late for an opinion to an addendum that begins with it. `document`: as `opinion.<id>`. */
export function LateDraftWay({ document }: { readonly document: string }) {
  const t = useTranslations("addendum");
  const { caseId, detail } = useCase();
  const navigate = useNavigate();
  const report = useReports().data?.items.find(
    ({ opinion, state }) => document === `opinion.${opinion}` && state === "current",
  );
  const { mutate, isPending, error } = useBeginAddendum(() => {
    void navigate({ to: "/cases/$caseId/addendum/$section", params: { caseId, section: "text" } });
  });
  if (!report || !detail.commands.includes("begin, sign an addendum")) return null;
  return (
    <>
      <Button disabled={isPending} onClick={() => mutate({ report: report.id, late: true })}>
        {t("beginLate")}
      </Button>
      <RefusedLine error={error} />
    </>
  );
}
