import { IconHistory, IconLayoutColumns, IconPlayerTrackNext, IconUrgent } from "@tabler/icons-react";
import { useSearch } from "@tanstack/react-router";
import { type RefObject, useEffect, useRef } from "react";
import { useTranslations } from "use-intl";
import { useNextSimilar } from "../case-list/use-next-similar.ts";
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
      <NextSimilarTool />
    </div>
  );
}

/** The case that is read after this one, at the section that is read here. */
function NextSimilarTool() {
  const t = useTranslations("caseList");
  const { kind, current } = useDesk();
  const next = useNextSimilar();
  const way = useRef<HTMLAnchorElement>(null);
  useNextKey(way);
  if (!next) return null;
  const place =
    kind === "opinion" && next.state === "in-review"
      ? { to: "/cases/$caseId/opinion/$section", params: { caseId: next.id, section: current } }
      : { to: "/cases/$caseId", params: { caseId: next.id } };
  return (
    <ToolbarLink
      ref={way}
      {...place}
      aria-keyshortcuts="Alt+PageDown"
      icon={<IconPlayerTrackNext {...icon} />}
      label={t("nextSimilar", { name: next.patient.name, number: next.number })}
    />
  );
}

/** Alt PgDn, also from within the text, where a letter is a letter. */
function useNextKey(way: RefObject<HTMLAnchorElement | null>): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key !== "PageDown" || !event.altKey || event.ctrlKey || event.metaKey || !way.current) return;
      event.preventDefault();
      way.current.click();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [way]);
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
