import { type ClinicalRecord, entryDetails } from "@consilium/clinical";
import { useId, useMemo, useState } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { filedContent, useRecords } from "../record/record-query.ts";
import { dateWords } from "../record/record-words.ts";
import type { Plot } from "./plot.ts";
import {
  isTick,
  listedTreatments,
  type Treatment,
  type TreatmentKind,
  type Treatments,
  treatmentsOf,
} from "./treatments.ts";

const kinds = ["procedure", "medicine"] as const satisfies readonly TreatmentKind[];

/** Rows of a kind that are shown before one asks for all. */
const rowsAtFirst = 8;

/** Procedures and medicines of the whole case, under the axis that they share with the values. */
export function TreatmentRows({ plot }: { readonly plot: Plot }) {
  const t = useTranslations("trend");
  const { data: records } = useRecords();
  const listed = useMemo(() => {
    const lists = (records ?? []).filter(({ kind }) => kind === "procedures" || kind === "medicines");
    return listedTreatments(lists.map((record): ClinicalRecord => filedContent(record)));
  }, [records]);
  const found = useMemo(() => treatmentsOf(listed, plot), [listed, plot]);
  if (listed.length === 0) return null;
  return (
    <section className="trend-treatments" aria-label={t("treatments")}>
      {kinds.map((kind) => (
        <Lane key={kind} kind={kind} rows={found.shown.filter((one) => one.kind === kind)} plot={plot} />
      ))}
      <NotShown found={found} />
    </section>
  );
}

function NotShown({ found: { beyond, undated } }: { readonly found: Treatments }) {
  const t = useTranslations("trend");
  const words = [
    beyond > 0 && t("beyond", { count: beyond }),
    undated > 0 && t("undated", { count: undated }),
  ];
  const said = words.filter(Boolean).join(" ");
  return said !== "" && <p className="trend-note">{said}</p>;
}

interface LaneProps {
  readonly kind: TreatmentKind;
  readonly rows: readonly Treatment[];
  readonly plot: Plot;
}

function Lane({ kind, rows, plot }: LaneProps) {
  const t = useTranslations("trend");
  const name = useId();
  const [isAllShown, showAll] = useState(false);
  if (rows.length === 0) return null;
  const shown = isAllShown ? rows : rows.slice(-rowsAtFirst);
  return (
    <div className="trend-lane">
      <p id={name} className="trend-lane-name">
        {t(`kind.${kind}`)}
      </p>
      <ul aria-labelledby={name}>
        {shown.map((one) => (
          <Row key={one.id} treatment={one} plot={plot} />
        ))}
      </ul>
      {shown.length < rows.length && (
        <button type="button" className="thread-link" onClick={() => showAll(true)}>
          {t("moreTreatments", { count: rows.length })}
        </button>
      )}
    </div>
  );
}

/** Pixels of a tick: a day is less than one. */
const tickWidth = 3;
/** Pixels that the words of a row have at least, wherever its bar begins. */
const wordsWidth = 240;

function Row({ treatment, plot }: { readonly treatment: Treatment; readonly plot: Plot }) {
  const { entry, isOpenBefore, isOpenAfter } = treatment;
  const when = useWhen(treatment);
  const from = plot.x(treatment.from);
  const to = plot.x(treatment.to);
  const isLate = from > plot.width / 2;
  const room = Math.max(0, plot.width - wordsWidth);
  return (
    <li>
      <p
        className="trend-treatment"
        data-late={isLate || undefined}
        style={
          isLate ? { paddingRight: Math.min(plot.width - to, room) } : { paddingLeft: Math.min(from, room) }
        }
        title={entryDetails(entry).join("\n") || undefined}
      >
        <bdi>{entry.title}</bdi> <small>{when}</small>
      </p>
      <span
        className="trend-bar"
        data-tick={isTick(treatment) || undefined}
        data-open-before={isOpenBefore || undefined}
        data-open-after={isOpenAfter || undefined}
        style={{ left: from, width: Math.max(tickWidth, to - from) }}
      />
    </li>
  );
}

function useWhen({ entry: { from, to }, kind }: Treatment): string {
  const t = useTranslations("trend");
  const words = useTranslations("record");
  const format = useFormatter();
  const date = (of: string | null) => dateWords(format, of);
  if (from !== null && to !== null)
    return from === to ? date(from) : words("fromTo", { from: date(from), to: date(to) });
  if (to !== null) return `${words("until", { to: date(to) })}, ${t("noBeginning")}`;
  if (kind === "procedure") return date(from);
  return `${words("since", { from: date(from) })}, ${t("noEnd")}`;
}
