import { type LaboratoryPoint, type LaboratorySeries, valueText } from "@consilium/clinical";
import { useFormatter, useTranslations } from "use-intl";
import { Glyph } from "../design/glyph.tsx";
import { standingOf } from "./laboratory-panels.ts";
import { valueName } from "./place-words.ts";
import { useRecordMarks } from "./record-marks.ts";
import { dateWords } from "./record-words.ts";

interface LaboratoryValueProps {
  readonly point: LaboratoryPoint;
  readonly series: LaboratorySeries;
}

/** A cell of the table: a button where values can be chosen. */
export function LaboratoryValue({ point, series }: LaboratoryValueProps) {
  const format = useFormatter();
  const { chooseValue, chosenValue, litValue, threadsOnValue } = useRecordMarks();
  const threads = threadsOnValue.get(point.id);
  const look = {
    className: "laboratory-cell",
    "data-threads": threads?.map(({ id }) => id).join(" "),
    "data-lit": litValue === point.id || undefined,
    "data-observation": point.id,
  };
  if (!chooseValue)
    return (
      <span {...look}>
        <Seen point={point} />
      </span>
    );
  return (
    <button
      type="button"
      {...look}
      aria-pressed={chosenValue === point.id}
      title={point.note ?? undefined}
      onClick={() => chooseValue(point.id, valueName(format, series, point))}
    >
      {/* By the Tab key one comes from value to value without the table's heads: they are said with each. */}
      <span className="visually-hidden">{`${series.title}, `}</span>
      <Seen point={point} />
      <SaidAfter point={point} series={series} />
    </button>
  );
}

function Seen({ point }: { readonly point: LaboratoryPoint }) {
  const { threadsOnValue } = useRecordMarks();
  return (
    <>
      <span className="laboratory-value">{valueText(point.value)}</span>
      <StandingWords point={point} />
      {point.status && <small>{point.status}</small>}
      {threadsOnValue.get(point.id)?.map(({ id, colour }) => (
        <span key={id} className="thread-dot" data-person={colour} />
      ))}
    </>
  );
}

function SaidAfter({ point, series }: LaboratoryValueProps) {
  const t = useTranslations("record");
  const format = useFormatter();
  const { threadsOnValue } = useRecordMarks();
  const comments = threadsOnValue.get(point.id)?.length ?? 0;
  const said = [
    series.unit?.text,
    dateWords(format, point.date),
    comments > 0 && t("commentsHere", { count: comments }),
  ];
  return <span className="visually-hidden">{said.map((part) => part && `, ${part}`)}</span>;
}

/** A word and a shape, never the colour alone. Normal is what is not said. */
function StandingWords({ point }: { readonly point: LaboratoryPoint }) {
  const t = useTranslations("record");
  const standing = standingOf(point);
  if (standing === undefined || standing === "normal") return null;
  if (standing === "other") return <small>{point.interpretation?.text || point.interpretation?.code}</small>;
  const isCritical = standing === "critical-high" || standing === "critical-low";
  return (
    <span className="laboratory-standing" data-critical={isCritical || undefined}>
      <Glyph name={isCritical ? "must" : "advice"} size={12} />
      {t(`standing.${standing}`)}
    </span>
  );
}
