import { isPatientSide } from "@consilium/clinical";
import { useFormatter, useTranslations } from "use-intl";
import type { CaseDetail } from "../../case/case-api.ts";
import { useCase } from "../../case/case-context.ts";
import { authorIn } from "../../thread/author-in.ts";
import type { Item, Request } from "./use-inventory.ts";
import { isAskedOf } from "./who-may.ts";

/** In a line: how an item stands. */
export function useStandingWords(item: Item): string {
  const t = useTranslations("inventory");
  const format = useFormatter();
  const { detail } = useCase();
  const askedWords = useAskedWords();
  const withdrawnWords = useWithdrawnWords(item);
  const toldWords = useToldWords(item);
  const because = (state: string) => {
    const reason = item.said?.because ?? item.request?.answer ?? null;
    return reason === null ? state : t("because", { state, because: reason });
  };
  switch (item.state) {
    case "here":
      return t("here");
    case "incomplete":
      return toldWords(
        withdrawnWords(
          t("incomplete", { parts: format.list(item.absent.map((part) => t(`parts.${part}`))) }),
        ),
      );
    case "asked":
      return item.request ? askedWords(item.request) : "";
    case "missing":
      if (readsBlind(detail)) return t("missingBlind");
      // Whoever said how it is with it needs no word of adding it.
      return toldWords(
        withdrawnWords(t(isPatientSide(detail.seat) && !item.told ? "missingPatient" : "missing")),
      );
    case "unavailable":
      return withdrawnWords(because(t("unavailable")));
    case "not-applicable":
      return because(t("unneeded"));
  }
}

/** That it is asked for no more, since it was last asked for or answered. */
function useWithdrawnWords({ id, request }: Item): (state: string) => string {
  const t = useTranslations("inventory");
  const { detail } = useCase();
  const last = request?.answered ?? request?.asked ?? "";
  const withdrawn = detail.withdrawn.findLast(({ item, at }) => item === id && at > last);
  return (state) => {
    if (!withdrawn || isPatientSide(detail.seat)) return state;
    const at = new Date(withdrawn.at);
    return withdrawn.because === null
      ? t("withdrawn", { state, at })
      : t("withdrawnBecause", { state, at, because: withdrawn.because });
  };
}

/** What the patient told stands beside how it is, as theirs: it settles nothing. */
function useToldWords({ told }: Item): (state: string) => string {
  const t = useTranslations("inventory");
  const who = isPatientSide(useCase().detail.seat) ? "own" : "patient";
  return (state) => (told ? t(`told.${told.answer}`, { state, who }) : state);
}

/** Who can still ask to see the first opinion has not seen it. */
export const readsBlind = ({ commands }: Pick<CaseDetail, "commands">): boolean =>
  commands.includes("reveal");

function useAskedWords(): (request: Request) => string {
  const t = useTranslations("inventory");
  const { detail, people } = useCase();
  return (request) => {
    const { of, from, asked, due } = request;
    const day = due === null ? null : new Date(due);
    const isOwn = isAskedOf(request, detail.seat, people);
    if (isOwn && isPatientSide(detail.seat))
      return [t("askedYou"), day && t("byDay", { due: day })].filter(Boolean).join(", ");
    const other = from ?? (of === null ? null : authorIn(people, of).name);
    const name = isOwn ? t("you") : other;
    const at = new Date(asked);
    if (name === null) return day ? t("dueAsked", { due: day, asked: at }) : t("asked", { asked: at });
    return day ? t("dueAskedOf", { due: day, asked: at, name }) : t("askedOf", { asked: at, name });
  };
}
