import type { ReportUrgentFinding } from "../report.ts";
import type { Block } from "../text.ts";
import { paragraph, text } from "./blocks.ts";
import type { LayPart } from "./part-source.ts";
import type { Words } from "./words.ts";

export const layUrgent: LayPart = ({ report: { urgentFindings }, words }) =>
  urgentFindings.length === 0 ? undefined : urgentFindings.map((finding) => layFinding(finding, words));

function layFinding(finding: ReportUrgentFinding, { t }: Words): Block {
  const { words, raisedBy, raisedAt, recipient, channels, passedOn, acknowledgedBy, acknowledgedAt } =
    finding;
  const raised = t("printed.urgentRaised", {
    by: raisedBy,
    at: new Date(raisedAt),
    recipient,
  });
  const passed =
    passedOn && t("printed.urgentPassedOn", { at: new Date(passedOn.at), second: passedOn.second ?? "none" });
  const seen =
    acknowledgedBy === null || acknowledgedAt === null
      ? t("printed.urgentOpen")
      : t("printed.urgentSeen", { by: acknowledgedBy, at: new Date(acknowledgedAt) });
  const besides = channels.length > 0 ? t("printed.urgentBesides", { channels: channels.join("; ") }) : "";
  return paragraph(text(`${words} `, true), text([raised, passed, seen, besides].filter(Boolean).join(" ")));
}
