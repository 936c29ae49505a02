import type { Report } from "@consilium/report";
import { useId } from "react";
import { useTranslations } from "use-intl";

/** What could not wait for the signature: what was found, to whom it was told, to whom it was passed on, and who took it on. */
export function UrgentFindings({ report: { urgentFindings } }: { readonly report: Report }) {
  const t = useTranslations("report");
  const heading = useId();
  if (urgentFindings.length === 0) return null;
  return (
    <section className="report-list" aria-labelledby={heading}>
      <h2 id={heading}>{t("urgent")}</h2>
      <ul>
        {urgentFindings.map((one) => (
          <Urgent key={one.raisedAt} finding={one} />
        ))}
      </ul>
    </section>
  );
}

function Urgent({ finding }: { readonly finding: Report["urgentFindings"][number] }) {
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
    </li>
  );
}
