import { IconHistory, IconLayoutColumns, IconUrgent } from "@tabler/icons-react";
import { useSearch } from "@tanstack/react-router";
import { useTranslations } from "use-intl";
import { useCase } from "../case/case-context.ts";
import { ToolbarButton } from "../design/toolbar-button.tsx";
import { ToolbarLink } from "../design/toolbar-link.tsx";
import { latestRecord, withRecordBeside } from "../record/record-beside-text.ts";
import { useRaiseUrgent } from "../urgent/use-raise-urgent.ts";
import { useDesk } from "./desk-context.ts";

const icon = { size: "1.125rem", stroke: 1.75, "aria-hidden": true } as const;

/** How the desk is laid out, and the way to how the text came to be. */
export function DeskTools() {
  const t = useTranslations("opinion");
  const { caseId, detail } = useCase();
  const { kind } = useDesk();
  const { record } = useSearch({ strict: false });
  const isBeside = record !== undefined;
  const hasHistory = kind === "opinion" && detail.opinions.some(({ read }) => read === "live");
  return (
    <div className="desk-tools">
      <ToolbarLink
        data-tool="records"
        to="."
        search={withRecordBeside(isBeside ? undefined : latestRecord)}
        resetScroll={false}
        icon={<IconLayoutColumns {...icon} />}
        label={isBeside ? t("onlyText") : t("recordsBeside")}
        isOn={isBeside}
      />
      {hasHistory && (
        <ToolbarLink
          to="/cases/$caseId/history"
          params={{ caseId }}
          icon={<IconHistory {...icon} />}
          label={t("openHistory")}
        />
      )}
      {kind === "opinion" && <UrgentTool />}
    </div>
  );
}

/** Something in the opinion, or that it comes upon, cannot wait for it. */
function UrgentTool() {
  const t = useTranslations("urgent");
  const { detail } = useCase();
  const raise = useRaiseUrgent();
  const [opinion] = detail.opinions;
  if (!raise || !opinion) return null;
  return (
    <ToolbarButton
      icon={<IconUrgent {...icon} />}
      label={t("raise")}
      aria-haspopup="dialog"
      onClick={() => raise(`opinion.${opinion.id}`)}
    />
  );
}
