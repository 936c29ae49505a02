import { type FormEvent, useState } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { Refused } from "../app/refused.ts";
import { useCase } from "../case/case-context.ts";
import { Banner } from "../design/banner.tsx";
import { Button } from "../design/button.tsx";
import type { Delivery, FoundPatient } from "./delivery-api.ts";
import { useDeliveryApi, useRefreshDeliveries } from "./use-case-deliveries.ts";

export interface WhoseCaseProps {
  readonly delivery: Delivery;
  readonly people: readonly FoundPatient[];
}

/** Several people are named in the files: a person says who of them the case's patient is. Nothing is guessed. */
export function WhoseCase({ delivery, people }: WhoseCaseProps) {
  const t = useTranslations("delivery");
  const { patient } = useCase().detail;
  const [taken, setTaken] = useState(() => people.filter(({ fits }) => fits).map(({ id }) => id));
  const { isSending, failure, answer, takeBack } = useAnswer(delivery);
  const choose = (id: string, isTaken: boolean) =>
    setTaken(isTaken ? [...taken, id] : taken.filter((one) => one !== id));
  const send = (event: FormEvent) => {
    event.preventDefault();
    void answer(taken);
  };
  const offReason = taken.length === 0 ? t("chooseSomebody") : undefined;
  return (
    <form className="upload-question" onSubmit={send}>
      <fieldset>
        <legend>{useQuestion(people)}</legend>
        <p>{t("questionMore", { patient: patient.name })}</p>
        {people.map((person) => (
          <Person key={person.id} person={person} isTaken={taken.includes(person.id)} onChange={choose} />
        ))}
      </fieldset>
      {failure !== undefined && <Banner tone="stop" title={failure} />}
      <div className="upload-line">
        <Button type="submit" look="filled" disabled={isSending} offReason={offReason}>
          {t("take", { patient: patient.name })}
        </Button>
        <Button look="quiet" disabled={isSending} onClick={() => void takeBack()}>
          {t("nobody")}
        </Button>
      </div>
    </form>
  );
}

/** "Two people are in these files: Mara Lind, born 1961, and Jonas Weber, born 1958. Whose case is this?" */
function useQuestion(people: readonly FoundPatient[]): string {
  const t = useTranslations("delivery");
  const format = useFormatter();
  const named = people.map(({ name, born }) =>
    born === null ? name : t("bornIn", { name, year: born.slice(0, 4) }),
  );
  return t("question", { count: people.length, people: format.list(named) });
}

interface PersonProps {
  readonly person: FoundPatient;
  readonly isTaken: boolean;
  readonly onChange: (id: string, isTaken: boolean) => void;
}

function Person({ person: { id, name, born, files, fits }, isTaken, onChange }: PersonProps) {
  const t = useTranslations("delivery");
  return (
    <label className="upload-person">
      <input
        type="checkbox"
        checked={isTaken}
        onChange={({ currentTarget }) => onChange(id, currentTarget.checked)}
      />
      <span>
        <b dir="auto">{name}</b>
        <small>
          {born === null
            ? t("personFactsNoBirth", { files })
            : t("personFacts", { born: new Date(`${born}T12:00:00Z`), files })}
        </small>
        {fits && <small>{t("fits")}</small>}
      </span>
    </label>
  );
}

function useAnswer({ id }: Delivery) {
  const t = useTranslations("delivery");
  const api = useDeliveryApi();
  const refresh = useRefreshDeliveries();
  const [isSending, setSending] = useState(false);
  const [failure, setFailure] = useState<string>();
  const send = async (question: Promise<unknown>) => {
    setSending(true);
    const failed = await question.then(
      () => undefined,
      (error: unknown) => (error instanceof Refused ? error.message : t("unreachable")),
    );
    setFailure(failed);
    await refresh();
    setSending(false);
  };
  return {
    isSending,
    failure,
    answer: (take: readonly string[]) => send(api.answer(id, take)),
    takeBack: () => send(api.cancel(id)),
  };
}
