import { useTranslations } from "use-intl";
import { Refused } from "../app/refused.ts";
import { PageTitle } from "../design/page-title.tsx";

const ends = ["place-withdrawn", "place-answered", "place-expired", "place-locked", "no-such-link"] as const;
export interface PlaceEnd {
  readonly reason: (typeof ends)[number];
  /** The server's. */
  readonly sentence: string;
}

/** Why nothing can be answered here any more, where that is what a refusal says. */
export function endOf(error: unknown): PlaceEnd | undefined {
  if (!(error instanceof Refused)) return undefined;
  const reason = ends.find((one) => one === error.reason);
  return reason && { reason, sentence: error.message };
}

export function PlaceEnded({ end: { reason, sentence } }: { readonly end: PlaceEnd }) {
  const t = useTranslations("answer");
  return (
    <output className="answer-ended">
      <PageTitle lede={sentence}>{t(`ended.${reason}`)}</PageTitle>
    </output>
  );
}
