import type { WaveformChannel } from "@consilium/clinical";
import { useFormatter, useTranslations } from "use-intl";
import { useEcg } from "./ecg-context.ts";
import type { TracingCurves } from "./tracing-query.ts";
import type { EcgPaper } from "./use-ecg-paper.ts";

export interface TracingFactsProps {
  readonly paper: EcgPaper;
  readonly curves: TracingCurves;
}

/** What is seen, and what the device did to the curves before anybody saw them: nothing is filtered here. */
export function TracingFacts({ paper, curves }: TracingFactsProps) {
  const t = useTranslations("ecg");
  const format = useFormatter();
  const { tracing } = useEcg();
  const { group, duration } = curves;
  const filter = useFilterWords(group.channels);
  const seconds = (ms: number) => format.number(ms / 1000, { maximumFractionDigits: 1 });
  const to = Math.min(duration, paper.from + paper.sheet.seen);
  const words = [
    tracing.patient,
    tracing.patientId,
    useRecorded(tracing.recorded),
    t("seconds", { from: seconds(paper.from), to: seconds(to), all: seconds(duration) }),
    t("sampled", { frequency: group.frequency }),
    filter,
  ].filter((part) => part !== "");
  return (
    <p className="ecg-facts" dir="auto">
      {words.join(" · ")}
      {!group.isWhole && <b> {t("notWhole")}</b>}
    </p>
  );
}

function useFilterWords(channels: readonly WaveformChannel[]): string {
  const t = useTranslations("ecg.filter");
  const format = useFormatter();
  const [first, ...others] = channels;
  if (!first) return "";
  const { lowHz, highHz, notchHz } = first;
  const isAlike = others.every(
    (one) => one.lowHz === lowHz && one.highHz === highHz && one.notchHz === notchHz,
  );
  if (!isAlike) return t("differs");
  const hertz = (value: number) => format.number(value, { maximumFractionDigits: 3 });
  const band = () => {
    if (lowHz !== null && highHz !== null) return t("band", { low: hertz(lowHz), high: hertz(highHz) });
    if (lowHz !== null) return t("from", { low: hertz(lowHz) });
    return highHz === null ? "" : t("to", { high: hertz(highHz) });
  };
  // A notch at 0 Hz is how a file says that there is none.
  const notch = notchHz === null || notchHz === 0 ? "" : t("notch", { notch: hertz(notchHz) });
  return [band(), notch].filter((part) => part !== "").join(", ") || t("none");
}

/** "19 Nov 2026, 08:14", as the device's clock had it. */
function useRecorded(written: string): string {
  const format = useFormatter();
  const [, year, month, day, hour, minute] = /^(\d{4})(\d{2})(\d{2})(?:(\d{2})(\d{2}))?/.exec(written) ?? [];
  if (!year || !month || !day) return "";
  const at = new Date(`${year}-${month}-${day}T${hour ?? "00"}:${minute ?? "00"}:00Z`);
  if (Number.isNaN(at.getTime())) return "";
  const clock = hour && minute ? ({ hour: "2-digit", minute: "2-digit" } as const) : {};
  return format.dateTime(at, { timeZone: "UTC", day: "numeric", month: "short", year: "numeric", ...clock });
}

/** What the device measured and wrote itself. */
export function MachineWords() {
  const t = useTranslations("ecg");
  const { tracing, group } = useEcg();
  const here = tracing.waveform.annotations.filter((one) => one.group === null || one.group === group);
  if (here.length === 0) return null;
  return (
    <section className="ecg-machine" aria-label={t("machine")}>
      <p>
        <b>{t("machine")}</b> {t("notConfirmed")}
      </p>
      <dl>
        {here.map(({ name, says }, at) => (
          <div key={at}>
            <dt dir="auto">{name}</dt>
            <dd dir="auto">{says}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
