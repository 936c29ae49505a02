import "./relied-on.css";
import type { EvidenceUse } from "@consilium/workspace";
import { useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { MadeOnEarlier } from "../made-on-earlier.tsx";
import { placeWords } from "../place-words.ts";
import { anchorHere, type OpenRecord } from "../record-places.ts";
import { ValueCorrected } from "../value-corrected.tsx";
import { SentenceLink } from "./sentence-link.tsx";
import type { UseInRecord } from "./uses-in-record.ts";

/** More are a press away: the record is what one came for. */
const atFirst = 2;

export interface ReliedOnHereProps {
  readonly record: OpenRecord;
  readonly uses: readonly UseInRecord[];
}

/** Which sentences of the opinion rely on the record that is open; the one that led here first. */
export function ReliedOnHere({ record, uses }: ReliedOnHereProps) {
  const t = useTranslations("record");
  const { evidence: lit } = useSearch({ strict: false });
  const [isWhole, showWhole] = useState(false);
  if (uses.length === 0) return null;
  const [led, others] = [uses.filter(isOf(lit)), uses.filter((one) => !isOf(lit)(one))];
  const ordered = [...led, ...others];
  const first = Math.min(led.length || atFirst, atFirst);
  const shown = isWhole ? ordered : ordered.slice(0, first);
  return (
    <section
      className="relied-on"
      data-led={(led.length > 0 && !isWhole) || undefined}
      aria-label={t("reliedOn")}
    >
      <span className="relied-on-name" aria-hidden>
        {t("reliedOn")}
      </span>
      <ul className="relied-on-list">
        {shown.map((one) => (
          <li key={one.use.key}>
            <SentenceLink use={one.use} record={record.id} isLit={one.use.id === lit}>
              <PlaceRelied record={record} one={one} />
            </SentenceLink>
            <ValueCorrected record={record} anchor={one.use.evidence?.anchor} />
            {one.place.is === "earlier" && (
              <MadeOnEarlier newest={record.id} place={one.place} at={{ evidence: one.use.id }} />
            )}
          </li>
        ))}
      </ul>
      {(isWhole || uses.length > shown.length) && (
        <ShowAll isWhole={isWhole} count={uses.length} onPress={() => showWhole(!isWhole)} />
      )}
    </section>
  );
}

interface ShowAllProps {
  readonly isWhole: boolean;
  readonly count: number;
  readonly onPress: () => void;
}

function ShowAll({ isWhole, count, onPress }: ShowAllProps) {
  const t = useTranslations("record");
  return (
    <button type="button" className="thread-link" aria-expanded={isWhole} onClick={onPress}>
      {isWhole ? t("reliedOnFewer") : t("reliedOnAll", { count })}
    </button>
  );
}

const isOf =
  (id: string | undefined) =>
  ({ use }: UseInRecord): boolean =>
    use.id === id;

/** Which place of the record; a place that it no longer has is said. */
function PlaceRelied({ record, one }: { readonly record: OpenRecord; readonly one: UseInRecord }) {
  const t = useTranslations();
  const marks = useTranslations("marks");
  const format = useFormatter();
  const anchor = one.use.evidence?.anchor;
  const words = one.report
    ? placeWords(marks, format, one.report, anchor)
    : placeWords(marks, format, record.filed, anchorHere(record, anchor));
  const isLost = one.place.is === "lost";
  if (words === "" && !isLost) return null;
  return (
    <span className="relied-on-place" data-lost={isLost || undefined} dir="auto">
      {isLost ? t("opinion.placeNotFound", { place: words }) : words}
    </span>
  );
}

export interface ReliedOnMarkProps {
  readonly uses: readonly EvidenceUse[];
  /** The record of the mark. */
  readonly record: string;
}

/** Which sentences rely on one mark: below it. Nothing where none does. */
export function ReliedOnMark({ uses, record }: ReliedOnMarkProps) {
  const t = useTranslations("record");
  if (uses.length === 0) return null;
  return (
    <div className="relied-on" data-of-mark>
      <span className="relied-on-name">{t("reliedOnShort")}</span>
      <ul className="relied-on-list">
        {uses.map((use) => (
          <li key={use.key}>
            <SentenceLink use={use} record={record} />
          </li>
        ))}
      </ul>
    </div>
  );
}
