import { type Hearing, hearings } from "@consilium/clinical";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useId, useState } from "react";
import { useTranslations } from "use-intl";
import { useCase } from "../case/case-context.ts";
import { caseKey } from "../case/case-query.ts";
import { Banner } from "../design/banner.tsx";
import { Button } from "../design/button.tsx";
import { ChoiceList } from "../design/choice-list.tsx";
import { Dialog } from "../design/dialog.tsx";
import { changeHearing, intakeQuery } from "./intake-api.ts";

export interface HearingSectionProps {
  /** Whether the patient's side reads it, or who coordinates the case. */
  readonly whose: "own" | "other";
  /** Of the page that it stands on. */
  readonly className: string;
}

/** How the patient hears the result, and, until the opinion is signed, a way to change it. */
export function HearingSection({ whose, className }: HearingSectionProps) {
  const t = useTranslations("hearing");
  const { caseId, seat, detail } = useCase();
  const { data } = useQuery(intakeQuery(caseId, seat));
  const [isOpen, open] = useState(false);
  const id = useId();
  if (!data) return null;
  const chosen = data.hearing ?? null;
  const said = chosen === null ? t("unsaid", { whose }) : t(`way.${chosen}`, { whose });
  return (
    <section className={className} aria-labelledby={id}>
      <h2 id={id}>{t("title", { whose })}</h2>
      <p>{said}</p>
      {detail.commands.includes("change how the patient hears the result") && (
        <Button look="quiet" onClick={() => open(true)}>
          {t("change")}
        </Button>
      )}
      {isOpen && <ChangeDialog whose={whose} before={chosen} onClose={() => open(false)} />}
    </section>
  );
}

interface ChangeDialogProps extends Pick<HearingSectionProps, "whose"> {
  readonly before: Hearing | null;
  readonly onClose: () => void;
}

function ChangeDialog({ whose, before, onClose }: ChangeDialogProps) {
  const t = useTranslations("hearing");
  const { caseId, seat } = useCase();
  const queries = useQueryClient();
  const [chosen, choose] = useState(before);
  const { mutate, error, isPending } = useMutation({
    mutationFn: (hearing: Hearing) => changeHearing(caseId, seat, hearing),
    onSuccess: async () => {
      onClose();
      await queries.invalidateQueries({ queryKey: caseKey(caseId) });
    },
  });
  const send = () => (chosen === null || chosen === before ? onClose() : mutate(chosen));
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t("ask", { whose })}
      actions={
        <>
          <Button onClick={onClose}>{t("keepAsIs")}</Button>
          <Button look="filled" disabled={isPending} onClick={send}>
            {t("choose")}
          </Button>
        </>
      }
    >
      <p>{t("until", { whose })}</p>
      <ChoiceList
        legend={t("ask", { whose })}
        isLegendHidden
        options={hearings.map((value) => ({ value, label: t(`way.${value}`, { whose }) }))}
        value={chosen}
        onChoose={choose}
      />
      {error && <Banner tone="stop" title={error.message} />}
    </Dialog>
  );
}
