import { isPatientSide } from "@consilium/clinical";
import { useNow, useTranslations } from "use-intl";
import { useCase } from "../../case/case-context.ts";
import type { Conference } from "./conferences-query.ts";
import { standingOf } from "./standing.ts";

/** When a conference is or was, and how it stands, in one line; for the patient's side the day in whole words. */
export function useStandingWords(conference: Conference): string {
  const inShort = useTranslations("conferences.standing");
  const inWords = useTranslations("conferences.standingInWords");
  const t = isPatientSide(useCase().detail.seat) ? inWords : inShort;
  const now = useNow({ updateInterval: 60_000 });
  const { startsAt, minutes, begunAt, endedAt } = conference;
  const at = new Date(startsAt);
  const standing = standingOf(conference, now);
  switch (standing) {
    case "live":
      return t(standing, { at: new Date(begunAt ?? startsAt) });
    case "ended":
      return t(standing, {
        from: new Date(begunAt ?? startsAt),
        to: new Date(endedAt ?? startsAt),
      });
    case "planned":
      return t(standing, { at, minutes });
    case "late":
    case "not-held":
    case "cancelled":
      return t(standing, { at });
  }
}
