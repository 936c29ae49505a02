import { IconDots, IconEye, IconEyeOff, IconUrgent } from "@tabler/icons-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import { Refused } from "../app/refused.ts";
import { useCase } from "../case/case-context.ts";
import { caseKey } from "../case/case-query.ts";
import { Menu, MenuItem } from "../design/menu.tsx";
import { ToolbarButton } from "../design/toolbar-button.tsx";
import { useRaiseUrgent } from "../urgent/use-raise-urgent.ts";
import { type CaseRecord, sayReveals } from "./record-query.ts";

const look = { size: "1.125rem", stroke: 1.75, "aria-hidden": true } as const;

/** For whoever may say it: that a record tells the first opinion or does not; and that something in it cannot wait. */
export function RecordMenu({ record }: { readonly record: CaseRecord }) {
  const t = useTranslations("record");
  const urgent = useTranslations("urgent");
  const { detail } = useCase();
  const { mutate, error } = useMarking(record);
  const mayMark = detail.commands.includes("lifecycle, clocks, requests, marking an item as revealing");
  const raise = useRaiseUrgent();
  if (!mayMark && !raise) return null;
  const reveals = record.revealsFirstOpinion;
  return (
    <div className="record-menu">
      <Menu target={<ToolbarButton icon={<IconDots {...look} />} label={t("menu")} />}>
        {mayMark && (
          <MenuItem
            icon={reveals ? <IconEye {...look} /> : <IconEyeOff {...look} />}
            onClick={() => mutate(!reveals)}
          >
            {t(reveals ? "unmarkRevealing" : "markRevealing")}
          </MenuItem>
        )}
        {raise && (
          <MenuItem icon={<IconUrgent {...look} />} onClick={() => raise(`record/${record.id}`)}>
            {urgent("raise")}
          </MenuItem>
        )}
      </Menu>
      {error && <p role="alert">{error instanceof Refused ? error.message : t("notMarked")}</p>}
    </div>
  );
}

function useMarking({ id }: CaseRecord) {
  const { caseId, seat } = useCase();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (revealing: boolean) => sayReveals(caseId, seat, id, revealing),
    onSuccess: () => queries.invalidateQueries({ queryKey: caseKey(caseId, "records") }),
  });
}
