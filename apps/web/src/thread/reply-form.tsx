import type { Audience } from "@consilium/clinical";
import type { Thread } from "@consilium/workspace";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "../design/button.tsx";
import { AudienceChoice } from "./audience-choice.tsx";
import { useThreads } from "./threads-context.ts";
import { useWrite } from "./use-write.ts";
import { WordsField } from "./words-field.tsx";

export interface ReplyFormProps {
  readonly thread: Thread;
  readonly onLeave?: () => void;
}

/** A reply, or the answer to a question: an answer is for all who read the question, an aside is not one. */
export function ReplyForm({ thread, onLeave }: ReplyFormProps) {
  const t = useTranslations("annotation");
  const { rightsOf } = useThreads();
  const { body, setBody, audience, setAudience, error, isWriting, isAnswer, send } = useReply(thread);
  const offered = rightsOf(thread).replyTo;
  if (offered.length === 0) return null;
  return (
    <form
      className="reply-form"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <WordsField
        label={isAnswer ? t("answer") : t("reply")}
        isLabelHidden
        value={body}
        onChange={setBody}
        onDone={send}
        onLeave={onLeave}
        error={error}
      />
      {body !== "" && (
        <>
          <AudienceChoice offered={offered} value={audience} onChange={setAudience} />
          <div className="thread-actions">
            <Button type="submit" size="small" disabled={isWriting}>
              {isAnswer ? t("sendAnswer") : t("sendReply")}
            </Button>
          </div>
        </>
      )}
    </form>
  );
}

function useReply(thread: Thread) {
  const { write, rightsOf } = useThreads();
  const [body, setBody] = useState("");
  const [audience, setAudience] = useState<Audience>(thread.audience);
  const { error, isWriting, attempt } = useWrite(() => setBody(""));
  const isAnswer = rightsOf(thread).answer && audience === thread.audience;
  const send = () =>
    attempt(() =>
      write(audience, (layer) =>
        isAnswer
          ? layer.operate(thread.id, { act: "answer", count: thread.count + 1 }, body)
          : layer.reply(thread.id, body),
      ),
    );
  return { body, setBody, audience, setAudience, error, isWriting, isAnswer, send };
}
