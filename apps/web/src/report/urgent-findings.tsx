import type { Report } from "@consilium/report";
import { useId } from "react";
import { useTranslations } from "use-intl";
import { usePeople } from "../case/case-context.ts";
import { StateGlyph } from "../design/state-glyph.tsx";
import type { ReportSummary } from "./use-report.ts";

export interface UrgentFindingsProps {
  readonly report: Report;
  /** As the case knows it now. */
  readonly takenOnSince: ReportSummary["takenOnSince"];
}

/** What could not wait for the signature: what was found, to whom it was told, to whom it was passed on, and who took it on. */
export function UrgentFindings({ report: { urgentFindings }, takenOnSince }: UrgentFindingsProps) {
  const t = useTranslations("report");
  const heading = useId();
  if (urgentFindings.length === 0) return null;
  return (
    <section className="report-list" aria-labelledby={heading}>
      <h2 id={heading}>{t("urgent")}</h2>
      <ul>
        {urgentFindings.map((one) => (
          <Urgent
            key={one.raisedAt}
            finding={one}
            since={takenOnSince.find(({ raised }) => raised === one.raisedAt)}
          />
        ))}
      </ul>
    </section>
  );
}

type Since = ReportSummary["takenOnSince"][number];

interface UrgentProps {
  readonly finding: Report["urgentFindings"][number];
  readonly since: Since | undefined;
}

function Urgent({ finding, since }: UrgentProps) {
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
      {since && <TakenOnSince since={since} />}
    </li>
  );
}

/** What is signed says no more of it than was known then. */
function TakenOnSince({ since }: { readonly since: Since }) {
  const t = useTranslations("report");
  const by = usePeople().get(since.by)?.name ?? "";
  return (
    <p className="report-since">
      <StateGlyph state="done">{t("urgentSince", { by, at: new Date(since.at) })}</StateGlyph>
    </p>
  );
}
