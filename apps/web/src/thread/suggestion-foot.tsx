import type { Thread } from "@consilium/workspace";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { useCase } from "../case/case-context.ts";
import { Button } from "../design/button.tsx";
import { StateGlyph } from "../design/state-glyph.tsx";
import type { AcceptEnd } from "./accept-suggestion.ts";
import { writersOf } from "./parties.ts";
import { withKeys } from "./quoted.tsx";
import { type TextThreads, useTextThreads } from "./text-threads-context.ts";
import { useThreads } from "./threads-context.ts";
import { useWrite } from "./use-write.ts";
import { WordsField } from "./words-field.tsx";

type Asking = "nothing" | "why" | "words";

/** Accept, decline with a reason, edit first. Whoever may not is told for whom it waits. */
export function SuggestionFoot({ thread }: { readonly thread: Thread }) {
  const { rightsOf } = useThreads();
  const { accept } = useTextThreads();
  return rightsOf(thread).accept && accept ? <Deciding thread={thread} accept={accept} /> : <Waiting />;
}

interface DecidingProps {
  readonly thread: Thread;
  readonly accept: NonNullable<TextThreads["accept"]>;
}

function Deciding({ thread, accept }: DecidingProps) {
  const [asking, ask] = useState<Asking>("nothing");
  const [end, setEnd] = useState<AcceptEnd>();
  const [isBusy, setBusy] = useState(false);
  const proposed = thread.replacement ?? "";
  const take = async (words: string, agreed?: string) => {
    setBusy(true);
    const came = await accept(thread, words, agreed);
    setBusy(false);
    setEnd(came);
  };
  const onAccept = (words: string, agreed?: string) => void take(words, agreed);
  const leave = () => ask("nothing");
  if (asking === "why") return <Decline thread={thread} onLeave={leave} />;
  if (asking === "words") return <EditFirst words={proposed} onAccept={onAccept} onLeave={leave} end={end} />;
  return (
    <>
      <AcceptEnded end={end} proposed={proposed} onAgree={(now) => onAccept(proposed, now)} />
      <Choices thread={thread} isBusy={isBusy} onAccept={() => onAccept(proposed)} onAsk={ask} />
    </>
  );
}

interface ChoicesProps {
  readonly thread: Thread;
  readonly isBusy: boolean;
  readonly onAccept: () => void;
  readonly onAsk: (asking: Asking) => void;
}

function Choices({ thread, isBusy, onAccept, onAsk }: ChoicesProps) {
  const t = useTranslations("annotation");
  const { rightsOf } = useThreads();
  return (
    <>
      <div className="thread-actions">
        <Button size="small" look="filled" disabled={isBusy} aria-keyshortcuts="Y" onClick={onAccept}>
          {t("accept")}
        </Button>
        {rightsOf(thread).decline && (
          <Button size="small" aria-keyshortcuts="N" onClick={() => onAsk("why")}>
            {t("decline")}
          </Button>
        )}
        <Button size="small" look="quiet" onClick={() => onAsk("words")}>
          {t("editFirst")}
        </Button>
      </div>
      <p className="thread-keys">{t.rich("suggestionKeys", withKeys)}</p>
    </>
  );
}

function Waiting() {
  const t = useTranslations("annotation");
  const { detail, people } = useCase();
  const { target } = useThreads();
  const [first] = writersOf(target, detail, people);
  const name = first === undefined ? undefined : people.get(first)?.name;
  return (
    <p className="thread-state">
      <StateGlyph state="open">{name === undefined ? t("waiting") : t("waitingFor", { name })}</StateGlyph>
    </p>
  );
}

interface AcceptEndedProps {
  readonly end: AcceptEnd | undefined;
  readonly proposed: string;
  readonly onAgree: (now: string) => void;
}

/** Why it was not put in; where the words are others now, all three, and the question. */
function AcceptEnded({ end, proposed, onAgree }: AcceptEndedProps) {
  const t = useTranslations("annotation");
  if (!end || end.end === "accepted") return null;
  if (end.end === "refused") return <p role="alert">{end.sentence}</p>;
  if (end.end === "gone") return <p role="alert">{t("wordsGone")}</p>;
  return (
    <div className="words-changed" role="alert">
      <p>{t("wordsChanged")}</p>
      <dl>
        <dt>{t("was")}</dt>
        <dd dir="auto">{end.was}</dd>
        <dt>{t("now")}</dt>
        <dd dir="auto">{end.now}</dd>
        <dt>{t("proposed")}</dt>
        <dd dir="auto">{proposed}</dd>
      </dl>
      <Button size="small" onClick={() => onAgree(end.now)}>
        {t("putInAnyway")}
      </Button>
    </div>
  );
}

function Decline({ thread, onLeave }: { readonly thread: Thread; readonly onLeave: () => void }) {
  const t = useTranslations("annotation");
  const { write } = useThreads();
  const [why, setWhy] = useState("");
  const { error, isWriting, attempt } = useWrite(onLeave);
  const decline = () =>
    attempt(() =>
      write(thread.audience, (layer) =>
        layer.operate(thread.id, { act: "decline", count: thread.count + 1 }, why),
      ),
    );
  return (
    <>
      <WordsField
        label={t("why")}
        value={why}
        onChange={setWhy}
        onDone={decline}
        onLeave={onLeave}
        error={error}
        rows={2}
        isFocused
      />
      <div className="thread-actions">
        <Button size="small" onClick={decline} disabled={isWriting}>
          {t("declineIt")}
        </Button>
        <Button size="small" look="quiet" onClick={onLeave}>
          {t("leave")}
        </Button>
      </div>
    </>
  );
}

interface EditFirstProps {
  readonly words: string;
  readonly onAccept: (words: string, agreed?: string) => void;
  readonly onLeave: () => void;
  readonly end: AcceptEnd | undefined;
}

function EditFirst({ words: proposed, onAccept, onLeave, end }: EditFirstProps) {
  const t = useTranslations("annotation");
  const [words, setWords] = useState(proposed);
  return (
    <>
      <WordsField
        label={t("editedWords")}
        value={words}
        onChange={setWords}
        onDone={() => onAccept(words)}
        onLeave={onLeave}
        rows={3}
        isFocused
      />
      <AcceptEnded end={end} proposed={words} onAgree={(now) => onAccept(words, now)} />
      <div className="thread-actions">
        <Button size="small" look="filled" onClick={() => onAccept(words)}>
          {t("accept")}
        </Button>
        <Button size="small" look="quiet" onClick={onLeave}>
          {t("leave")}
        </Button>
      </div>
    </>
  );
}
