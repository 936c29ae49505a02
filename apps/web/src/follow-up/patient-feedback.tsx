import "./follow-up.css";
import { type FormEvent, useId, useState } from "react";
import { useTranslations } from "use-intl";
import { useCase } from "../case/case-context.ts";
import { Button } from "../design/button.tsx";
import { TextField } from "../design/text-field.tsx";
import { RefusedLine } from "../opinion/sharing/refused-line.tsx";
import { type Choice, type FeedbackSaid, useFollowUp, useGiveFeedback } from "./use-follow-up.ts";

const questions = ["understood", "decided", "recommended"] as const;
const choices = ["yes", "partly", "no"] as const;

type Answers = Partial<Record<(typeof questions)[number], Choice>>;

/** On the patient's home, from the follow-up on: three questions, once, that may be left alone. */
export function PatientFeedback() {
  const t = useTranslations("followUp.feedback");
  const { detail } = useCase();
  const { data } = useFollowUp();
  const heading = useId();
  const isTime = detail.state === "follow-up" || detail.state === "closed";
  if (!data || !isTime || !detail.commands.includes("give feedback") || data.own === "skipped") return null;
  return (
    <section className="follow-up-card" aria-labelledby={heading}>
      <h2 id={heading}>{t("title")}</h2>
      {data.own === "given" ? <output>{t("thanks")}</output> : <FeedbackForm />}
    </section>
  );
}

function FeedbackForm() {
  const t = useTranslations("followUp.feedback");
  const [answers, setAnswers] = useState<Answers>({});
  const [words, setWords] = useState("");
  const { mutate, isPending, error } = useGiveFeedback();
  const said = saidOf(answers, words);
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (said && !isPending) mutate(said);
  };
  return (
    <form className="follow-up-form" onSubmit={send}>
      <p>{t("lede")}</p>
      <Questions
        answers={answers}
        onChoose={(question, choice) => setAnswers((now) => ({ ...now, [question]: choice }))}
      />
      <TextField
        isLarge
        label={t("words")}
        hint={t("wordsHint")}
        value={words}
        maxLength={2000}
        onChange={({ currentTarget }) => setWords(currentTarget.value)}
      />
      <RefusedLine error={error} />
      <div className="dialog-actions">
        <Button look="quiet" disabled={isPending} onClick={() => mutate(null)}>
          {t("skip")}
        </Button>
        <Button type="submit" look="filled" offReason={said ? undefined : t("off")}>
          {t("send")}
        </Button>
      </div>
    </form>
  );
}

interface QuestionsProps {
  readonly answers: Answers;
  readonly onChoose: (question: (typeof questions)[number], choice: Choice) => void;
}

const Questions = ({ answers, onChoose }: QuestionsProps) =>
  questions.map((question) => (
    <OneQuestion
      key={question}
      question={question}
      value={answers[question]}
      onChange={(choice) => onChoose(question, choice)}
    />
  ));

/** Undefined: one of the three is not answered yet. */
function saidOf({ understood, decided, recommended }: Answers, words: string): FeedbackSaid | undefined {
  return understood && decided && recommended
    ? { understood, decided, recommended, words: words.trim() }
    : undefined;
}

interface OneQuestionProps {
  readonly question: (typeof questions)[number];
  readonly value: Choice | undefined;
  readonly onChange: (choice: Choice) => void;
}

function OneQuestion({ question, value, onChange }: OneQuestionProps) {
  const t = useTranslations("followUp");
  const name = useId();
  return (
    <fieldset className="follow-up-question">
      <legend>{t(`feedback.question.${question}`)}</legend>
      {choices.map((choice) => (
        <label key={choice}>
          <input
            type="radio"
            name={name}
            value={choice}
            checked={choice === value}
            onChange={() => onChange(choice)}
          />
          {t(`feedback.choice.${choice}`)}
        </label>
      ))}
    </fieldset>
  );
}
