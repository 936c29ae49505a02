import { IconHistory, IconLayoutColumns } from "@tabler/icons-react";
import { useSearch } from "@tanstack/react-router";
import { useTranslations } from "use-intl";
import { useCase } from "../case/case-context.ts";
import { ToolbarLink } from "../design/toolbar-link.tsx";
import { latestRecord, withRecordBeside } from "../record/record-beside-text.ts";
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
    </div>
  );
}
