import { IconDots } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import type { CaseDetail } from "../case/case-api.ts";
import { useCase } from "../case/case-context.ts";
import { dueClockOf } from "../case/due-clock.ts";
import { Banner } from "../design/banner.tsx";
import { DueTime } from "../design/due-time.tsx";
import { Menu, MenuItem } from "../design/menu.tsx";
import { Segmented } from "../design/segmented.tsx";
import { ToolbarButton } from "../design/toolbar-button.tsx";
import type { Triage } from "./coordination-api.ts";
import { ExtendDialog } from "./extend-dialog.tsx";
import { ReasonDialog } from "./reason-dialog.tsx";
import { usePauseClock, useResumeClock, useTier } from "./use-triage.ts";

type Clock = CaseDetail["clocks"][number];

/** The deadlines that have begun, how soon the opinion is due, and what was moved. */
export function CaseClocksSection({ triage }: { readonly triage: Triage }) {
  const t = useTranslations("coordination");
  const { caseId, seat, detail } = useCase();
  const tier = useTier({ caseId, seat });
  const begun = detail.clocks.filter(({ state }) => state !== "not-begun");
  return (
    <section className="triage-section" aria-labelledby="triage-clocks">
      <h2 id="triage-clocks">{t("clocks")}</h2>
      <div className="triage-tier">
        <Segmented
          label={t("tier")}
          options={[
            { value: "standard", label: t("standard") },
            { value: "expedited", label: t("expedited") },
          ]}
          value={detail.tier}
          onChange={(value) => tier.mutate(value)}
        />
        <p>{t(`calendar.${triage.calendar}`)}</p>
      </div>
      {tier.error && <Banner tone="stop" title={tier.error.message} />}
      {begun.length === 0 && <p>{t("noClock")}</p>}
      <ul className="triage-clocks">
        {begun.map((clock) => (
          <ClockRow key={clock.id} clock={clock} moved={triage.extensions} />
        ))}
      </ul>
    </section>
  );
}

interface ClockRowProps {
  readonly clock: Clock;
  readonly moved: Triage["extensions"];
}

function ClockRow({ clock, moved }: ClockRowProps) {
  const t = useTranslations("coordination");
  const { people } = useCase();
  const due = dueClockOf(clock);
  const last = moved.findLast((extension) => extension.clock === clock.id);
  return (
    <li>
      <span className="triage-clock-name">{t(`clock.${clock.kind}`)}</span>
      {due && <DueTime clock={due} />}
      {(clock.state === "running" || clock.state === "paused") && <ClockMenu clock={clock} />}
      {last && (
        <p className="triage-note">
          {t("moved", {
            name: people.get(last.by)?.name ?? "",
            from: new Date(last.from),
            reason: last.reason,
          })}
        </p>
      )}
    </li>
  );
}

function ClockMenu({ clock }: { readonly clock: Clock }) {
  const t = useTranslations("coordination");
  const { caseId, seat, detail } = useCase();
  const of = { caseId, seat };
  const [asked, ask] = useState<"extend" | "pause">();
  const close = () => ask(undefined);
  const resume = useResumeClock(of, clock.kind);
  const stands = clock.state === "paused";
  return (
    <>
      <Menu
        target={
          <ToolbarButton
            icon={<IconDots size="1.125rem" stroke={1.75} aria-hidden />}
            label={t("clockSteps", { clock: t(`clock.${clock.kind}`) })}
          />
        }
      >
        <MenuItem onClick={() => ask("extend")}>{t("extend.open")}</MenuItem>
        {!stands && <MenuItem onClick={() => ask("pause")}>{t("pauseClock.open")}</MenuItem>}
        {stands && detail.state !== "paused" && (
          <MenuItem onClick={() => resume.mutate(undefined)}>{t("step.go-on")}</MenuItem>
        )}
      </Menu>
      {resume.error && <Banner tone="stop" title={resume.error.message} />}
      {asked === "extend" && (
        <ExtendDialog of={of} kind={clock.kind} due={clock.due ?? ""} zone={clock.zone} onClose={close} />
      )}
      {asked === "pause" && <PauseDialog clock={clock} onClose={close} />}
    </>
  );
}

function PauseDialog({ clock, onClose }: { readonly clock: Clock; readonly onClose: () => void }) {
  const t = useTranslations("coordination.pauseClock");
  const { caseId, seat } = useCase();
  const { mutate, isPending, error } = usePauseClock({ caseId, seat }, clock.kind, onClose);
  return (
    <ReasonDialog
      title={t("title")}
      lede={t("lede")}
      act={t("act")}
      isPending={isPending}
      error={error}
      onSend={(reason) => mutate(reason)}
      onClose={onClose}
    />
  );
}
