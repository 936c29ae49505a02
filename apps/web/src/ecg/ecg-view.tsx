import "../imaging/imaging.css";
import "./ecg.css";
import type { ImageSeries } from "@consilium/clinical";
import type { WaveformAnchor } from "@consilium/workspace";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "../design/button.tsx";
import { SkeletonAfter } from "../design/skeleton-after.tsx";
import { NotDisplayed } from "../imaging/not-displayed.tsx";
import { hasPictures, type OpenStudy, tracedSeries } from "../imaging/study-choice.ts";
import { useRecordMarks } from "../record/record-marks.ts";
import { ReportedPlaces } from "../record/reported-places.tsx";
import { type Asked, useReported } from "../record/use-reported.ts";
import { useThreads } from "../thread/threads-context.ts";
import { OpenTracing } from "./open-tracing.tsx";
import { seriesOfPlace, tracingOfNumber } from "./reported-tracing.ts";
import { type Tracing, useTracings } from "./tracing-query.ts";
import type { LookedPlace } from "./use-ecg-room.ts";

/** An ECG, or another recorded curve: on squared paper, measured, and marked together. */
export function EcgView({ record }: { readonly record: OpenStudy }) {
  const t = useTranslations("ecg");
  const imaging = useTranslations("imaging");
  const all = tracedSeries(record);
  const reported = useReported(record);
  const { named, looked, asked, lookAt } = reported;
  const wanted = useWanted();
  const lookedSeries = looked && seriesOfPlace(record, looked.place);
  const { chosen, choose, isWantedHere } = useChosen(all, wanted, { series: lookedSeries, asked });
  return (
    <section className="study" data-box aria-label={t("box")}>
      {all.length > 1 && <SeriesChoice all={all} chosen={chosen} onChoose={choose} />}
      {wanted && !isWantedHere && <output className="study-lost">{t("lost")}</output>}
      <Recordings
        key={chosen}
        record={record}
        series={chosen}
        wanted={wanted?.instance}
        reported={lookedSeries === chosen ? reported : none}
      />
      <ReportedPlaces
        named={named.filter(({ place }) => seriesOfPlace(record, place) !== undefined)}
        looked={looked}
        lookAt={lookAt}
      />
      {!hasPictures(record) && <NotDisplayed study={record} />}
      <p className="study-purpose">{imaging("notPrimary")}</p>
    </section>
  );
}

/** The series of the place of a report that is to be seen. */
interface LookedSeries {
  readonly series: string | undefined;
  readonly asked: Asked;
}

/** A thread, a link or a report's place that is opened shows its recording; afterwards the choice is free again. */
function useChosen(all: readonly ImageSeries[], wanted: WaveformAnchor | undefined, looked: LookedSeries) {
  const isWantedHere = wanted !== undefined && all.some(({ uid }) => uid === wanted.series);
  const [chosen, choose] = useState((isWantedHere ? wanted.series : all[0]?.uid) ?? "");
  const [followed, follow] = useState(wanted);
  if (wanted !== followed) {
    follow(wanted);
    if (wanted && isWantedHere) choose(wanted.series);
  }
  const [answered, answer] = useState<Asked>();
  if (looked.series !== undefined && answered !== looked.asked) {
    answer(looked.asked);
    choose(looked.series);
  }
  return { chosen, choose, isWantedHere };
}

interface SeriesChoiceProps {
  readonly all: readonly ImageSeries[];
  readonly chosen: string;
  readonly onChoose: (series: string) => void;
}

function SeriesChoice({ all, chosen, onChoose }: SeriesChoiceProps) {
  const t = useTranslations("ecg");
  return (
    <nav className="series-strip" aria-label={t("recordings")}>
      {all.map(({ uid, description, number, modality }) => (
        <button
          key={uid}
          type="button"
          aria-current={uid === chosen || undefined}
          onClick={() => onChoose(uid)}
        >
          <b dir="auto">{description || String(number ?? "")}</b>
          <span>{modality}</span>
        </button>
      ))}
    </nav>
  );
}

/** The recording of the thread that was opened last, or of the link that was followed. */
function useWanted() {
  const { threads, openId } = useThreads();
  const { lit, record } = useRecordMarks();
  const opened = threads.find(({ id }) => id === openId)?.anchor;
  const anchors = [opened, lit].filter((anchor) => anchor?.kind === "waveform");
  return anchors.find((anchor) => anchor.record === record.id || record.replaces.includes(anchor.record));
}

interface RecordingsProps {
  readonly record: OpenStudy;
  readonly series: string;
  /** The instance that is to be seen. */
  readonly wanted: string | undefined;
  /** The place of this series that a report names and that is to be seen. */
  readonly reported: LookedPlace;
}

const none: LookedPlace = { looked: undefined, asked: { key: undefined } };

/** One file after the other where a series has several. */
function Recordings({ record, series, wanted, reported }: RecordingsProps) {
  const t = useTranslations("ecg");
  const imaging = useTranslations("imaging");
  const { data: tracings, isError, refetch } = useTracings(record, series);
  const named = tracings && tracingOfPlace(tracings, reported);
  const [chosen, choose] = useChosenFile(wanted, named?.instance, reported.asked);
  if (isError) {
    return (
      <div className="ecg-notice" role="alert">
        <p>{t("failed")}</p>
        <Button size="small" onClick={() => void refetch()}>
          {imaging("again")}
        </Button>
      </div>
    );
  }
  if (!tracings) return <SkeletonAfter />;
  const open = tracings.find(({ instance }) => instance === chosen) ?? tracings[0];
  if (!open) return <p className="study-none">{t("gone")}</p>;
  return (
    <>
      {tracings.length > 1 && <FileChoice tracings={tracings} open={open} onOpen={choose} />}
      <OpenTracing
        key={open.instance}
        record={record.id}
        tracing={open}
        reported={open === named ? reported : none}
      />
    </>
  );
}

function useChosenFile(wanted: string | undefined, named: string | undefined, asked: Asked) {
  const [chosen, choose] = useState(wanted);
  const [followed, follow] = useState(wanted);
  if (wanted !== followed) {
    follow(wanted);
    if (wanted !== undefined) choose(wanted);
  }
  const [answered, answer] = useState<Asked>();
  if (named !== undefined && answered !== asked) {
    answer(asked);
    choose(named);
  }
  return [chosen, choose] as const;
}

const tracingOfPlace = (tracings: readonly Tracing[], { looked }: LookedPlace): Tracing | undefined =>
  looked?.place.at.kind === "slice" ? tracingOfNumber(tracings, looked.place.at.slice) : undefined;

interface FileChoiceProps {
  readonly tracings: readonly Tracing[];
  readonly open: Tracing;
  readonly onOpen: (instance: string) => void;
}

function FileChoice({ tracings, open, onOpen }: FileChoiceProps) {
  const t = useTranslations("ecg");
  return (
    <nav className="series-strip" aria-label={t("recordings")}>
      {tracings.map(({ instance }, at) => (
        <button
          key={instance}
          type="button"
          aria-current={instance === open.instance || undefined}
          onClick={() => onOpen(instance)}
        >
          <b>{t("groupNumber", { number: at + 1 })}</b>
        </button>
      ))}
    </nav>
  );
}
