import { Link } from "@tanstack/react-router";
import { useFormatter, useTranslations } from "use-intl";
import { useCase } from "../case/case-context.ts";
import { type EarlierPlace, withEarlierAt } from "./record-beside-text.ts";
import type { RecordPlace } from "./record-places.ts";
import { dateWords } from "./record-words.ts";

type OnEarlier = Extract<RecordPlace, { readonly is: "earlier" }>;

export interface MadeOnEarlierProps {
  /** The record that has taken its place. */
  readonly newest: string;
  readonly place: OnEarlier;
  /** The mark, or the link of the text: it is shown there. */
  readonly at: EarlierPlace;
}

/** A mark that stands on a page of what the record was before: it says so, and leads there. */
export function MadeOnEarlier({ newest, place: { version, anchor }, at }: MadeOnEarlierProps) {
  const t = useTranslations("record");
  const { caseId } = useCase();
  const on = useEarlierName(version);
  return (
    <p className="made-on-earlier">
      {t("madeOn", { version: on })}{" "}
      <Link
        to="/cases/$caseId/records/$recordId"
        params={{ caseId, recordId: newest }}
        search={withEarlierAt(version.id, at)}
      >
        {t("openEarlierAt", { page: anchor.page })}
      </Link>
    </p>
  );
}

/** "the earlier version of 3 May". */
export function useEarlierName(version: Pick<OnEarlier["version"], "date">): string {
  const t = useTranslations("record");
  const format = useFormatter();
  const date = dateWords(format, version.date, "day");
  return date === "" ? t("anEarlierVersion") : t("earlierVersionOf", { date });
}
