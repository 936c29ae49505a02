import "./reading-line.css";
import { useFormatter, useTranslations } from "use-intl";
import { ViewingList } from "../drawn/viewing-list.tsx";
import { placeWords } from "./place-words.ts";
import { wordsAt } from "./reading-place.ts";
import type { OpenRecord } from "./record-places.ts";
import type { Reading, ReadingTogether } from "./use-reading.ts";

export interface ReadingLineProps {
  readonly record: OpenRecord;
  readonly reading: ReadingTogether;
}

/** Who else reads this record, and where, each to be followed. It stays in sight while one is. */
export function ReadingLine({ record, reading: { readings, following, follow } }: ReadingLineProps) {
  const wordsOf = useReadingWords(record);
  if (readings.length === 0) return null;
  return (
    <div className="reading-line">
      <ViewingList
        viewings={readings.map((one) => ({ person: one.person, words: wordsOf(one) }))}
        following={following}
        onFollow={follow}
      />
    </div>
  );
}

function useReadingWords(record: OpenRecord): (reading: Reading) => string {
  const t = useTranslations("record");
  const marks = useTranslations("marks");
  const format = useFormatter();
  return ({ person: { name }, place }) => {
    switch (place.is) {
      case "text": {
        const words = wordsAt(record, place.offset);
        return words === "" ? t("readsHere", { name }) : t("readsAt", { name, words });
      }
      case "value": {
        const anchor = { kind: "observation", record: record.id, observation: place.observation } as const;
        return t("looksAtValue", { name, value: placeWords(marks, format, record.filed, anchor) });
      }
      case "table":
      case "trend": {
        const title = titleOf(record, place.series);
        return title === undefined ? t("readsHere", { name }) : t(`looksIn.${place.is}`, { name, title });
      }
    }
  };
}

const titleOf = ({ filed }: OpenRecord, series: string): string | undefined =>
  filed.kind === "laboratory" ? filed.content.series.find(({ id }) => id === series)?.title : undefined;
