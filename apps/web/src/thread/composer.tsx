import { type Audience, isPatientSide } from "@consilium/clinical";
import type { LayerWriter } from "@consilium/workspace";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { useCase } from "../case/case-context.ts";
import { Button } from "../design/button.tsx";
import { Segmented } from "../design/segmented.tsx";
import { AudienceChoice } from "./audience-choice.tsx";
import { firstAudience } from "./first-audience.ts";
import { type Draft, useThreads } from "./threads-context.ts";
import { useWrite } from "./use-write.ts";
import { WordsField } from "./words-field.tsx";

type Kind = "comment" | "question" | "suggestion";

/** On words that were chosen: a comment, a question, or other words for them. */
export function Composer({ draft }: { readonly draft: Draft }) {
  const t = useTranslations("annotation");
  const { detail, people } = useCase();
  const { audiences, maySuggest } = useThreads();
  const words = useComposing(draft);
  const { kind, setKind, audience, setAudience, isWriting, send, leave } = words;
  const kinds: readonly Kind[] = maySuggest ? ["comment", "question", "suggestion"] : ["comment", "question"];
  return (
    <form
      className="thread composer"
      data-open
      data-person={people.get(detail.seat.id)?.colour}
      aria-label={t("compose", { quote: draft.quote })}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <p className="thread-quote">“{draft.quote}”</p>
      <Segmented
        label={t("kindOf")}
        options={kinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
        value={kind}
        onChange={setKind}
      />
      <Fields words={words} />
      <AudienceChoice offered={audiences} value={audience} onChange={setAudience} />
      <div className="thread-actions">
        <Button type="submit" look="filled" size="small" disabled={isWriting}>
          {t(`send.${kind}`)}
        </Button>
        <Button look="quiet" size="small" onClick={leave}>
          {t("leave")}
        </Button>
      </div>
    </form>
  );
}

type Composing = ReturnType<typeof useComposing>;

function Fields({ words }: { readonly words: Composing }) {
  const t = useTranslations("annotation");
  const { kind, body, setBody, replacement, setReplacement, error, send, leave } = words;
  const keys = { onDone: send, onLeave: leave };
  return (
    <>
      {kind === "suggestion" && (
        <WordsField
          label={t("replaceWith")}
          value={replacement}
          onChange={setReplacement}
          rows={2}
          {...keys}
        />
      )}
      <WordsField
        key={kind}
        label={t(`write.${kind}`)}
        value={body}
        onChange={setBody}
        rows={kind === "suggestion" ? 1 : 3}
        error={error}
        isFocused
        {...keys}
      />
    </>
  );
}

function useComposing(draft: Draft) {
  const { role } = useCase().detail.seat;
  const { audiences, compose, open, write } = useThreads();
  const [kind, setKind] = useState<Kind>(isPatientSide({ role }) ? "question" : "comment");
  const [audience, setAudience] = useState<Audience>(firstAudience(role, audiences));
  const [body, setBody] = useState("");
  const [replacement, setReplacement] = useState(draft.quote);
  const { error, isWriting, attempt } = useWrite((thread) => {
    compose(undefined);
    open(thread);
  });
  const send = () =>
    attempt(() => write(audience, (layer) => begin(layer, draft, { kind, body, replacement })));
  const leave = () => compose(undefined);
  return {
    kind,
    setKind,
    audience,
    setAudience,
    body,
    setBody,
    replacement,
    setReplacement,
    error,
    isWriting,
    send,
    leave,
  };
}

function begin(
  layer: LayerWriter,
  { anchor }: Draft,
  { kind, body, replacement }: { readonly kind: Kind; readonly body: string; readonly replacement: string },
) {
  switch (kind) {
    case "comment":
      return layer.addComment(anchor, body);
    case "question":
      return layer.addQuestion(anchor, body);
    case "suggestion":
      return layer.suggest(anchor, replacement, body);
  }
}
