import { createUlid, secureRandom, systemClock } from "@consilium/foundation";
import { addItem, type Item, itemsOf, moveItem, removeItem } from "@consilium/workspace";
import { IconArrowDown, IconArrowUp, IconTrash } from "@tabler/icons-react";
import { useTranslations } from "use-intl";
import type { OpenState } from "../case/document-state.ts";
import { Button } from "../design/button.tsx";
import { ToolbarButton } from "../design/toolbar-button.tsx";
import { changeAsOwn } from "../editor/shared-undo.ts";
import { StoryField } from "./story-section.tsx";
import { useDocChanges } from "./use-doc-changes.ts";

const mostQuestions = 5;

/** One to five questions, the most important first; after sending they are what is answered. */
export function StoryQuestions({ story }: { readonly story: OpenState }) {
  const t = useTranslations("patient");
  useDocChanges(story.doc);
  const questions = itemsOf(story.doc, "question");
  const change = (act: () => void) => {
    story.undo?.stopCapturing();
    changeAsOwn(story.doc, act);
    story.undo?.stopCapturing();
  };
  const add = () =>
    change(() => addItem(story.doc, "question", createUlid(systemClock().getTime(), secureRandom)));
  return (
    <section className="story-section" id="story-questions">
      <h2>{t("questionsTitle")}</h2>
      <p>{t("questionsHint")}</p>
      <ol className="story-questions">
        {questions.map((question, at) => (
          <Question
            key={question.id}
            story={story}
            questions={questions}
            question={question}
            at={at}
            change={change}
          />
        ))}
      </ol>
      {questions.length < mostQuestions ? (
        <Button onClick={add}>{t("addQuestion")}</Button>
      ) : (
        <p>{t("mostQuestions")}</p>
      )}
    </section>
  );
}

interface QuestionProps {
  readonly story: OpenState;
  readonly questions: readonly Item[];
  readonly question: Item;
  readonly at: number;
  readonly change: (act: () => void) => void;
}

function Question({ story, questions, question, at, change }: QuestionProps) {
  const t = useTranslations("patient");
  const { doc } = story;
  const n = at + 1;
  const icon = { size: "1.25rem", stroke: 1.75, "aria-hidden": true } as const;
  const up = () => change(() => moveItem(doc, question.id, questions[at - 2]?.id));
  const down = () => change(() => moveItem(doc, question.id, questions[at + 1]?.id));
  return (
    <li>
      <StoryField
        document={story}
        fragment={question.rich("text")}
        label={t("question", { n })}
        placeholder={t("questionPlaceholder")}
        look="line"
      />
      <div className="story-question-tools">
        <ToolbarButton
          icon={<IconArrowUp {...icon} />}
          label={t("moveUp", { n })}
          disabled={at === 0}
          onClick={up}
        />
        <ToolbarButton
          icon={<IconArrowDown {...icon} />}
          label={t("moveDown", { n })}
          disabled={at === questions.length - 1}
          onClick={down}
        />
        <ToolbarButton
          icon={<IconTrash {...icon} />}
          label={t("removeQuestion", { n })}
          onClick={() => change(() => removeItem(doc, question.id))}
        />
      </div>
    </li>
  );
}
