import { type RefCallback, useMemo } from "react";
import { useTranslations } from "use-intl";
import { useEcg } from "./ecg-context.ts";
import { marginOf, pulseWidth, type Sheet, type Strip } from "./ecg-sheet.ts";
import { tracePath } from "./trace-path.ts";
import { TracingMarks } from "./tracing-marks.tsx";
import type { TracingCurves } from "./tracing-query.ts";
import type { EcgPaper as Paper } from "./use-ecg-paper.ts";
import type { ShownTracing } from "./use-shown-tracings.ts";
import type { TracingCursor } from "./use-tracing-drawing.ts";

export interface EcgPaperProps {
  readonly paper: Paper;
  readonly curves: TracingCurves;
  readonly marks: readonly ShownTracing[];
  readonly cursor: TracingCursor | undefined;
  readonly surface: RefCallback<HTMLDivElement>;
}

/** The paper: squares of 1 and 5 mm, the calibration pulse, the curves, and what is marked on them. */
export function EcgPaper({ paper, curves, marks, cursor, surface }: EcgPaperProps) {
  const t = useTranslations("ecg");
  const { tool } = useEcg();
  const { sheet, pixelsPerMm } = paper;
  const leads = [...new Set(sheet.strips.map(({ name }) => name))].join(", ");
  return (
    <div className="ecg-paper" style={{ blockSize: sheet.height * pixelsPerMm }}>
      <svg className="ecg-sheet" aria-hidden>
        <Squares pixelsPerMm={pixelsPerMm} />
        <Curves sheet={sheet} curves={curves} pixelsPerMm={pixelsPerMm} gain={paper.gain} />
      </svg>
      <TracingMarks
        {...{ sheet, pixelsPerMm, marks, cursor }}
        size={[paper.width, sheet.height * pixelsPerMm]}
      />
      <div
        className="ecg-surface"
        ref={surface}
        role="application"
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- Its keys are told below, and the list has the marks.
        tabIndex={0}
        data-tool={tool}
        aria-label={t("sheet", { leads })}
      />
    </div>
  );
}

function Squares({ pixelsPerMm }: { readonly pixelsPerMm: number }) {
  const [small, large] = [pixelsPerMm, 5 * pixelsPerMm];
  return (
    <>
      <defs>
        <pattern id="ecg-small" width={small} height={small} patternUnits="userSpaceOnUse">
          <path className="ecg-line" d={`M0 0H${small}M0 0V${small}`} />
        </pattern>
        <pattern id="ecg-large" width={large} height={large} patternUnits="userSpaceOnUse">
          <path className="ecg-line-large" d={`M0 0H${large}M0 0V${large}`} />
        </pattern>
      </defs>
      <rect width="100%" height="100%" fill="url(#ecg-small)" />
      <rect width="100%" height="100%" fill="url(#ecg-large)" />
    </>
  );
}

interface CurvesProps {
  readonly sheet: Sheet;
  readonly curves: TracingCurves;
  readonly pixelsPerMm: number;
  readonly gain: number;
}

function Curves({ sheet, curves, pixelsPerMm, gain }: CurvesProps) {
  return sheet.strips.map((strip, at) => (
    <g key={`${at} ${strip.name}`}>
      {strip.isFirst && strip.unit === "uV" && (
        <Pulse strip={strip} sheet={sheet} pixelsPerMm={pixelsPerMm} gain={gain} />
      )}
      <Curve strip={strip} curves={curves} sheet={sheet} pixelsPerMm={pixelsPerMm} />
      <Name strip={strip} pixelsPerMm={pixelsPerMm} />
    </g>
  ));
}

interface StripProps {
  readonly strip: Strip;
  readonly sheet: Sheet;
  readonly pixelsPerMm: number;
}

function Curve({ strip, curves, sheet, pixelsPerMm }: StripProps & Pick<CurvesProps, "curves">) {
  const { samples, group } = curves;
  const curve = samples[strip.channel];
  const path = useMemo(
    () =>
      curve ? tracePath({ samples: curve, frequency: group.frequency }, strip, sheet.speed, pixelsPerMm) : "",
    [curve, group.frequency, strip, sheet.speed, pixelsPerMm],
  );
  return <path className="ecg-curve" d={path} />;
}

/** 1 mV for 200 ms. */
function Pulse({ strip, sheet, pixelsPerMm, gain }: StripProps & Pick<CurvesProps, "gain">) {
  const width = pulseWidth(sheet.speed) * pixelsPerMm;
  const left = (strip.left - marginOf(sheet.speed)) * pixelsPerMm + pixelsPerMm;
  const foot = pixelsPerMm / 2;
  const rise = gain * pixelsPerMm;
  return (
    <path
      className="ecg-curve"
      d={`M${left} ${strip.zero * pixelsPerMm}h${foot}v${-rise}h${width}v${rise}h${foot}`}
    />
  );
}

function Name({ strip, pixelsPerMm }: Omit<StripProps, "sheet">) {
  const t = useTranslations("ecg");
  return (
    <text className="ecg-name" x={(strip.left + 0.8) * pixelsPerMm} y={strip.top * pixelsPerMm + 14}>
      {strip.name}
      {strip.unit !== "uV" && (
        <tspan className="ecg-unit" dx="6">
          {[strip.unit, t("notToScale")].filter((part) => part !== "").join(", ")}
        </tspan>
      )}
    </text>
  );
}
