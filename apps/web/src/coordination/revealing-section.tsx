import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useId, useState } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { useCase } from "../case/case-context.ts";
import { caseKey } from "../case/case-query.ts";
import { Banner } from "../design/banner.tsx";
import { Button } from "../design/button.tsx";
import { TextField } from "../design/text-field.tsx";
import { type CaseRecord, sayReveals, useRecords } from "../record/record-query.ts";
import { dateWords } from "../record/record-words.ts";
import type { Triage } from "./coordination-api.ts";
import { useWordForBlind } from "./use-triage.ts";

type Question = Triage["questions"][number];

/** What tells the first opinion: the words of questions, and records. Whoever reads blind gets neither. */
export function RevealingSection({ questions }: Pick<Triage, "questions">) {
  const t = useTranslations("coordination");
  const { data: records } = useRecords();
  return (
    <section className="triage-section" aria-labelledby="triage-revealing">
      <h2 id="triage-revealing">{t("revealing")}</h2>
      <p>{t("revealingText")}</p>
      <h3>{t("questions")}</h3>
      {questions.length === 0 && <p>{t("noQuestions")}</p>}
      <ol className="triage-questions">
        {questions
          .filter(({ withdrawn }) => !withdrawn)
          .map((question) => (
            <QuestionRow key={question.id} question={question} />
          ))}
      </ol>
      <h3>{t("records")}</h3>
      {records?.length === 0 && <p>{t("noRecords")}</p>}
      <ul className="triage-records">
        {records?.map((record) => (
          <RecordRow key={record.id} record={record} />
        ))}
      </ul>
    </section>
  );
}

function QuestionRow({ question }: { readonly question: Question }) {
  const t = useTranslations("coordination");
  const [isOpen, show] = useState(false);
  return (
    <li>
      <p dir="auto" className="triage-question">
        {question.text}
      </p>
      {question.textForBlind !== null && !isOpen && (
        <p className="triage-note">{t("blindReads", { words: question.textForBlind })}</p>
      )}
      {isOpen ? (
        <BlindWords question={question} onDone={() => show(false)} />
      ) : (
        <Button look="quiet" size="small" onClick={() => show(true)}>
          {t(question.textForBlind === null ? "wordForBlind" : "changeBlindWords")}
        </Button>
      )}
    </li>
  );
}

function BlindWords({ question, onDone }: { readonly question: Question; readonly onDone: () => void }) {
  const t = useTranslations("coordination");
  const [words, setWords] = useState(question.textForBlind ?? question.text);
  const { mutate, isPending, error } = useWordForBlind(question.id, onDone);
  const send = (event: FormEvent) => {
    event.preventDefault();
    const own = words.trim();
    const text = own === "" || own === question.text.trim() ? null : own;
    if (text === question.textForBlind) onDone();
    else mutate(text);
  };
  return (
    <form className="triage-words" onSubmit={send}>
      <TextField
        label={t("blindWords")}
        hint={t("blindWordsHint")}
        value={words}
        maxLength={2000}
        onChange={({ currentTarget }) => setWords(currentTarget.value)}
      />
      {error && <Banner tone="stop" title={error.message} />}
      <div className="triage-ways">
        <Button type="submit" disabled={isPending}>
          {t("keep")}
        </Button>
        <Button look="quiet" onClick={onDone}>
          {t("cancel")}
        </Button>
      </div>
    </form>
  );
}

function RecordRow({ record }: { readonly record: CaseRecord }) {
  const format = useFormatter();
  const { caseId, seat } = useCase();
  const queries = useQueryClient();
  const { mutate, error } = useMutation({
    mutationFn: (revealing: boolean) => sayReveals(caseId, seat, record.id, revealing),
    onSuccess: () => queries.invalidateQueries({ queryKey: caseKey(caseId, "records") }),
  });
  const id = useId();
  return (
    <li>
      <label htmlFor={id}>
        <input
          id={id}
          type="checkbox"
          checked={record.revealsFirstOpinion}
          onChange={({ currentTarget }) => mutate(currentTarget.checked)}
        />
        <bdi>{record.title}</bdi>
        <small>{dateWords(format, record.date, "day")}</small>
      </label>
      {error && <Banner tone="stop" title={error.message} />}
    </li>
  );
}
