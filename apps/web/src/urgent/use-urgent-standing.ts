import { useTranslations } from "use-intl";
import { useCase, usePeople } from "../case/case-context.ts";
import type { UrgentFinding } from "./urgent-query.ts";

/** In one sentence: who raised it, whom it waits for, until when, or whom it was passed on to. */
export function useUrgentStanding({ by, recipient, second, raised, due, escalated }: UrgentFinding): string {
  const t = useTranslations("urgent");
  const people = usePeople();
  const { detail } = useCase();
  const nameOf = (seat: string) => people.get(seat)?.name ?? "";
  const said = { by: nameOf(by), recipient: nameOf(recipient), raised: new Date(raised), due: new Date(due) };
  if (escalated !== null) {
    const toSecond = second === null ? "none" : nameOf(second);
    return t("passedOn", { ...said, escalated: new Date(escalated), second: toSecond });
  }
  return recipient === detail.seat.id ? t("waitsForYou", said) : t("waitsFor", said);
}
