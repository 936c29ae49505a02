import { useState } from "react";
import { useTranslations } from "use-intl";
import { useCase } from "../case/case-context.ts";
import { ExtendDialog } from "../coordination/extend-dialog.tsx";
import { Button } from "../design/button.tsx";

/** For whoever coordinates, once the time for questions is over: a later day until which they are answered. */
export function MoreTime() {
  const t = useTranslations("followUp");
  const { caseId, seat, detail } = useCase();
  const [isAsked, ask] = useState(false);
  const clock = detail.clocks.find(({ kind }) => kind === "questions");
  if (!clock || clock.due === null) return null;
  const of = { caseId, seat };
  return (
    <>
      <Button size="small" onClick={() => ask(true)}>
        {t("moreTime")}
      </Button>
      {isAsked && (
        <ExtendDialog
          of={of}
          kind={clock.kind}
          due={clock.due}
          zone={clock.zone}
          onClose={() => ask(false)}
        />
      )}
    </>
  );
}
