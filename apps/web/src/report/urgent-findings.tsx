import type { Report } from "@consilium/report";
import { useId } from "react";
import { useTranslations } from "use-intl";
import { usePeople } from "../case/case-context.ts";
import { useUrgentFindings } from "../urgent/urgent-query.ts";

export interface UrgentFindingsProps {
  readonly report: Report;
  /** Whoever reads has a place in the case. */
  readonly isInCase: boolean;
}

/** What could not wait for the signature: what was found, to whom it was told, to whom it was passed on, and who took it on. */
export function UrgentFindings({ report: { urgentFindings }, isInCase }: UrgentFindingsProps) {
  const t = useTranslations("report");
  const heading = useId();
  if (urgentFindings.length === 0) return null;
  return (
    <section className="report-list" aria-labelledby={heading}>
      <h2 id={heading}>{t("urgent")}</h2>
      <ul>
        {urgentFindings.map((one) => (
          <Urgent key={one.raisedAt} finding={one} isInCase={isInCase} />
        ))}
      </ul>
    </section>
  );
}

interface UrgentProps extends Pick<UrgentFindingsProps, "isInCase"> {
  readonly finding: Report["urgentFindings"][number];
}

function Urgent({ finding, isInCase }: UrgentProps) {
  const t = useTranslations("report");
  const { words, raisedBy, raisedAt, recipient, channels, passedOn, acknowledgedBy, acknowledgedAt } =
    finding;
  const raised = t("urgentRaised", { by: raisedBy, to: recipient, at: new Date(raisedAt) });
  const passed =
    passedOn && t("urgentPassedOn", { at: new Date(passedOn.at), second: passedOn.second ?? "none" });
  const taken =
    acknowledgedBy && acknowledgedAt
      ? t("urgentSeen", { by: acknowledgedBy, at: new Date(acknowledgedAt) })
      : t("urgentOpen");
  const besides = channels.length > 0 && t("urgentBesides", { channels: channels.join("; ") });
  return (
    <li dir="auto">
      <b>{words}</b> {[raised, passed, taken, besides].filter(Boolean).join(" ")}
      {isInCase && acknowledgedAt === null && <TakenOnSince raisedAt={raisedAt} />}
    </li>
  );
}

/** What is signed says no more of it than was known then. */
function TakenOnSince({ raisedAt }: { readonly raisedAt: string }) {
  const t = useTranslations("report");
  const people = usePeople();
  const { data } = useUrgentFindings();
  const now = data?.items.find(({ raised }) => Date.parse(raised) === Date.parse(raisedAt));
  if (!now?.acknowledged) return null;
  const by = people.get(now.acknowledgedBy ?? "")?.name ?? "";
  return <p className="report-quiet">{t("urgentSince", { by, at: new Date(now.acknowledged) })}</p>;
}
