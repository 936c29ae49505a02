import { numberQuestions } from "@consilium/clinical";
import { type Item, plainTextOf, readFragment } from "@consilium/workspace";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { useCase } from "../../case/case-context.ts";
import { isFinal } from "../../case/is-final.ts";
import { Button } from "../../design/button.tsx";
import { useDesk } from "../desk-context.ts";
import { RichField } from "../rich-field.tsx";
import { TextOfItem } from "./item-card.tsx";
import { useItemEdits } from "./use-item-edits.ts";
import { useItems } from "./use-items.ts";

/** Every question of the case with its answer, as the report numbers them. A withdrawn question stays to be seen. */
export function Answers() {
  const t = useTranslations("opinion");
  const { detail } = useCase();
  const { doc } = useDesk();
  const answers = useItems(doc, "answer");
  const questions = numberQuestions(detail.questions);
  if (questions.length === 0) return <p className="items-note">{t("noQuestions")}</p>;
  return (
    <ol className="answers">
      {questions.map(({ question: { id, text }, number }) => (
        <li key={id}>
          <h3>
            {number !== null && <span className="num">{number}.</span>} {text}{" "}
            {number === null && <small>{t("withdrawn")}</small>}
          </h3>
          <AnswersTo
            question={id}
            asked={text}
            number={number}
            answers={answers.filter((answer) => answer.scalar("question") === id)}
          />
        </li>
      ))}
    </ol>
  );
}

interface AnswersToProps {
  readonly question: string;
  readonly asked: string;
  /** Null: it was withdrawn. */
  readonly number: number | null;
  /** Two who answer while apart both stand. */
  readonly answers: readonly Item[];
}

function AnswersTo({ question, asked, number, answers }: AnswersToProps) {
  const t = useTranslations("opinion");
  const { detail } = useCase();
  const { isEditable, name: document } = useDesk();
  const { add } = useItemEdits();
  if (answers.length === 0) {
    if (number === null) return null;
    if (!isEditable)
      return <p className="items-note">{t(isFinal(detail, document) ? "notAnswered" : "notAnsweredYet")}</p>;
    return (
      <Button look="quiet" onClick={() => add("answer", { question })}>
        {t("answerQuestion")}
      </Button>
    );
  }
  const name = number === null ? t("withdrawnAnswer", { question: asked }) : `${t("item.answer")} ${number}`;
  return answers.map((answer) => <Answer key={answer.id} answer={answer} name={name} />);
}

function Answer({ answer, name }: { readonly answer: Item; readonly name: string }) {
  const t = useTranslations("opinion");
  const { isEditable } = useDesk();
  const cannot = answer.rich("cannot");
  const [isAsked, ask] = useState(false);
  const isSaid = isAsked || plainTextOf(readFragment(cannot)).trim() !== "";
  return (
    <div id={`item-${answer.id}`} className="answer">
      <RichField
        fragment={answer.rich("text")}
        place={{ item: answer.id, field: "text" }}
        label={name}
        hint={t("item.answer")}
        look="line"
      />
      {isSaid && <TextOfItem item={answer} field="cannot" itemName={name} />}
      {!isSaid && isEditable && (
        <Button look="quiet" size="small" onClick={() => ask(true)}>
          {t("sayWhyNot")}
        </Button>
      )}
    </div>
  );
}
