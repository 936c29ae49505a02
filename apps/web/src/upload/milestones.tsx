import { useTranslations } from "use-intl";
import type { HandingOver } from "./case-deliveries.ts";
import { totalsOf } from "./delivery-totals.ts";

/**
 * What a screen reader is told of a delivery, when its reader pauses: that it began, each quarter, and how it ended. Banners
 * say for themselves that it waits or has stopped.
 */
export function Milestones({ state, ended }: Pick<HandingOver, "state" | "ended">) {
  const t = useTranslations("delivery");
  return <output className="visually-hidden">{said()}</output>;

  function said(): string {
    if (!state) return ended === undefined ? "" : t(`said.${ended}`);
    if (state.phase.is !== "arriving") return "";
    const { files, bytes, sent, moving } = totalsOf(state);
    if (moving === 0) return "";
    const quarter = Math.floor((4 * sent) / Math.max(1, bytes));
    return quarter === 0 || quarter > 3
      ? t("said.begun", { files })
      : t("said.quarter", { part: String(quarter) });
  }
}
