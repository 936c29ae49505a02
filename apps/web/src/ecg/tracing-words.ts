import type { WaveformMark } from "@consilium/workspace";
import { useCallback } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { measureTracing, type TracingShape } from "./tracing-mark.ts";

/** Beyond these a rate is no heart's. */
const rates = { least: 15, most: 400 } as const;

/** What was measured, for a person: "402 ms, 149 a minute", "1.30 mV". Null: nothing. */
export function useTracingSays(): (shape: TracingShape, unit: string) => string | null {
  const t = useTranslations("ecg");
  const format = useFormatter();
  return useCallback(
    (shape, unit) => {
      const measured = measureTracing(shape);
      if (!measured) return null;
      if (measured.is === "interval") {
        const rate = Math.round(measured.perMinute);
        return rate >= rates.least && rate <= rates.most
          ? t("interval", { ms: measured.ms, rate })
          : t("intervalPlain", { ms: measured.ms });
      }
      const fine = { minimumFractionDigits: 2, maximumFractionDigits: 2 } as const;
      if (unit === "uV") return t("millivolts", { value: format.number(measured.value / 1000, fine) });
      return t("amplitude", { value: format.number(measured.value), unit }).trim();
    },
    [t, format],
  );
}

/** Where a mark stands: "V5 at 1.2 s", and what it says. */
export function useTracingQuote(): (mark: WaveformMark | null, words: string) => string {
  const t = useTranslations("ecg");
  const format = useFormatter();
  return (mark, words) => {
    if (!mark) return t("whole");
    const seconds = format.number(mark.from / 1000, { maximumFractionDigits: 1 });
    const lead = mark.lead ?? t("allLeads");
    const says = words || mark.says;
    return says ? t("quoteSays", { lead, seconds, says }) : t("quote", { lead, seconds });
  };
}
