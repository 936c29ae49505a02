import { useCallback } from "react";
import { useTranslations } from "use-intl";
import { Refused } from "../app/refused.ts";
import { answerOf, inSeat, opinionApi } from "../case/case-api.ts";
import { useCase } from "../case/case-context.ts";
import { useDesk } from "../opinion/desk-context.ts";
import { acceptSuggestion } from "./accept-suggestion.ts";
import { editorBoundTo } from "./editor-at.ts";
import type { TextThreads } from "./text-threads-context.ts";
import type { ThreadPlaces } from "./thread-places.ts";

/** Accepting on this page; undefined for who does not write the text. */
export function useAccept(places: ThreadPlaces, mayWrite: boolean): TextThreads["accept"] {
  const t = useTranslations("annotation");
  const { caseId, seat } = useCase();
  const { undo, name } = useDesk();
  const accept = useCallback<NonNullable<TextThreads["accept"]>>(
    (thread, words, agreed) =>
      acceptSuggestion({
        thread,
        words,
        agreed,
        index: places.index,
        undo,
        editorAt: (where) => {
          const fragment = places.index.place(where)?.fragment;
          return fragment && editorBoundTo(fragment);
        },
        claim: async () => {
          const claiming = opinionApi.cases[":caseId"].suggestions[":suggestionId"].claim.$post({
            param: { caseId, suggestionId: thread.id },
            json: { target: name },
            ...inSeat(seat),
          });
          return answerOf(claiming).then(
            () => undefined,
            (error: unknown) => (error instanceof Refused ? error.message : t("unreachable")),
          );
        },
      }),
    [places, undo, caseId, seat, name, t],
  );
  return mayWrite ? accept : undefined;
}
