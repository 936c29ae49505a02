import { type ReactNode, useState } from "react";
import { useTranslations } from "use-intl";
import { Banner } from "../design/banner.tsx";
import { Button } from "../design/button.tsx";
import { Dialog } from "../design/dialog.tsx";
import type { CaseDeliveries, HandingOver } from "./case-deliveries.ts";
import { FileButton } from "./choose-files.tsx";
import { chosenIn } from "./chosen-file.ts";
import type { DeliveryRun } from "./delivery-run.ts";
import type { DeliveryState } from "./delivery-state.ts";
import { type Totals, totalsOf } from "./delivery-totals.ts";
import { Milestones } from "./milestones.tsx";
import { SentGroups } from "./sent-groups.tsx";
import { roughly, secondsLeft } from "./time-left.ts";
import { useBytes } from "./use-bytes.ts";

export interface OnTheWayProps {
  readonly deliveries: CaseDeliveries;
  readonly handing: HandingOver;
}

/** The delivery that is sent from this tab: the whole, and each file. */
export function OnTheWay({ deliveries, handing: { state, samples, ended } }: OnTheWayProps) {
  const t = useTranslations("delivery");
  const { run } = deliveries;
  return (
    <>
      <Milestones state={state} ended={ended} />
      {state && run && (
        <section className="upload-section upload-way">
          <h2>{t("onTheWay")}</h2>
          <Whole state={state} left={leftOf(samples, totalsOf(state))} />
          <Standing state={state} run={run} deliveries={deliveries} />
          <Steering state={state} run={run} />
          <SentGroups state={state} run={run} />
        </section>
      )}
    </>
  );
}

const leftOf = (samples: HandingOver["samples"], { bytes, sent }: Totals): number | undefined =>
  secondsLeft(samples, bytes - sent);

interface WholeProps {
  readonly state: DeliveryState;
  /** Seconds. */
  readonly left: number | undefined;
}

/** Files, bytes, time left. */
function Whole({ state, left }: WholeProps) {
  const t = useTranslations("delivery");
  const bytes = useBytes();
  const { files, there, bytes: size, sent } = totalsOf(state);
  const rough = left === undefined || state.phase.is !== "arriving" ? undefined : roughly(left);
  const parts = [
    t("filesThere", { there, files }),
    t("sizeThere", { sent: bytes(sent), size: bytes(size) }),
    rough && (rough.unit === "moment" ? t("left.moment") : t(`left.${rough.unit}`, { count: rough.count })),
  ];
  return (
    <>
      <p className="upload-facts num">{parts.filter((part) => part !== undefined).join(" · ")}</p>
      <progress className="upload-progress" aria-label={t("progress")} max={size} value={sent} />
    </>
  );
}

interface StandingProps {
  readonly state: DeliveryState;
  readonly run: DeliveryRun;
  readonly deliveries: CaseDeliveries;
}

/** What is so, and what comes next. */
function Standing({ state, run, deliveries }: StandingProps) {
  const t = useTranslations("delivery");
  const { lost, refused } = totalsOf(state);
  return (
    <>
      {lost > 0 && state.phase.is !== "stopped" && <Lost run={run} state={state} deliveries={deliveries} />}
      {refused > 0 && <Banner tone="warn" title={t("refusedFiles", { count: refused })} />}
      <PhaseWords state={state} run={run} deliveries={deliveries} />
    </>
  );
}

function PhaseWords({ state, run, deliveries }: StandingProps) {
  const t = useTranslations("delivery");
  const { files, there, moving } = totalsOf(state);
  const { phase } = state;
  switch (phase.is) {
    case "arriving":
      return moving > 0 && <p className="upload-quiet">{t("arriving")}</p>;
    case "ending":
      return <p className="upload-quiet">{t("ending", { files })}</p>;
    case "cancelling":
      return <p className="upload-quiet">{t("cancelling")}</p>;
    case "paused":
      return <Banner tone="draft" title={t("paused", { there, files })} />;
    case "offline": {
      const tryNow = <QuietButton onClick={() => run.retryNow()}>{t("tryNow")}</QuietButton>;
      return (
        <Banner tone="warn" title={t("offline", { there, files })} action={tryNow}>
          {t("offlineMore")}
        </Banner>
      );
    }
    case "stopped": {
      const close = <QuietButton onClick={() => deliveries.dismiss()}>{t("dismiss")}</QuietButton>;
      const sentence = phase.sentence ?? t("stoppedUnknown");
      return (
        <Banner tone="stop" title={t("stopped", { sentence })} action={close}>
          {t("stoppedMore", { there, files })}
        </Banner>
      );
    }
    case "complete":
    case "cancelled":
      return null;
  }
}

function QuietButton(props: { readonly onClick: () => void; readonly children: ReactNode }) {
  return <Button look="quiet" {...props} />;
}

/** After the page was loaded anew: the browser has not kept the files. */
function Lost({ state, run, deliveries }: StandingProps) {
  const t = useTranslations("delivery");
  const { files, there, lost } = totalsOf(state);
  const isAll = files - there === lost;
  const add = (chosen: readonly File[]) => void deliveries.add(chosenIn(chosen));
  return (
    <div className="upload-lost">
      <Banner tone="warn" title={isAll ? t("lost", { there, files }) : t("lostSome", { count: lost })}>
        {t("lostMore")}
      </Banner>
      <div className="upload-line">
        <FileButton look="filled" onChosen={add}>
          {t("chooseFiles")}
        </FileButton>
        <FileButton folder onChosen={add}>
          {t("chooseFolder")}
        </FileButton>
        <Button look="quiet" onClick={() => run.goOnWithout()}>
          {isAll ? t("goOnWithout", { there }) : t("leaveOut", { count: lost })}
        </Button>
      </div>
    </div>
  );
}

/** Pause, go on, cancel: for all. */
function Steering({ state, run }: { readonly state: DeliveryState; readonly run: DeliveryRun }) {
  const t = useTranslations("delivery");
  const { is } = state.phase;
  if (is === "cancelling" || is === "stopped") return null;
  const { moving, files } = totalsOf(state);
  return (
    <div className="upload-line">
      {is === "paused" ? (
        <Button onClick={() => run.resume()}>{t("resume")}</Button>
      ) : (
        moving > 0 && <Button onClick={() => run.pause()}>{t("pause")}</Button>
      )}
      <CancelAll count={files} onCancel={() => run.cancel()} />
    </div>
  );
}

/** Asks first: what has arrived goes too. */
function CancelAll({ count, onCancel }: { readonly count: number; readonly onCancel: () => void }) {
  const t = useTranslations("delivery");
  const [isAsking, ask] = useState(false);
  const cancel = () => {
    ask(false);
    onCancel();
  };
  return (
    <>
      <QuietButton onClick={() => ask(true)}>{t("cancel")}</QuietButton>
      <Dialog
        isOpen={isAsking}
        onClose={() => ask(false)}
        title={t("cancelTitle", { count })}
        actions={
          <>
            <Button isDanger onClick={cancel}>
              {t("cancelYes")}
            </Button>
            <Button look="filled" onClick={() => ask(false)}>
              {t("cancelNo")}
            </Button>
          </>
        }
      >
        <p>{t("cancelMore")}</p>
      </Dialog>
    </>
  );
}
