import type { TimelineEntry, When } from "@consilium/clinical";
import { useCallback } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { dateWords } from "../record/record-words.ts";

export interface TimelineWords {
  /** "CEA, ALT, AST and 9 more values". */
  readonly title: (entry: TimelineEntry) => string;
  /** "2024", "since Nov 2020", "3 Mar 2021 to 2022"; "" without a date. */
  readonly when: (when: When) => string;
}

/** What a timeline says of an entry. */
export function useTimelineWords(): TimelineWords {
  const t = useTranslations("timeline");
  const title = useCallback(
    ({ title: words, count, kind }: TimelineEntry) =>
      kind === "laboratory" && count > namedValues
        ? t("values", { title: words, count: count - namedValues })
        : words,
    [t],
  );
  return { title, when: useWhenWords() };
}

/** Of a laboratory's day, how many values its title names. */
const namedValues = 3;

function useWhenWords(): TimelineWords["when"] {
  const t = useTranslations("timeline");
  const record = useTranslations("record");
  const format = useFormatter();
  return useCallback(
    (when) => {
      if (when.is === "undated") return "";
      if (when.is === "moment") return dateWords(format, when.at);
      const { from, to, goesOn } = when;
      const words = { from: dateWords(format, from), to: dateWords(format, to) };
      if (from !== null && to !== null) return record("fromTo", words);
      if (from === null) return record("until", words);
      return goesOn ? record("since", words) : t("endUnknown", words);
    },
    [t, record, format],
  );
}
