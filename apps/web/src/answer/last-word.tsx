import { type FormEvent, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "../design/button.tsx";
import { TextField } from "../design/text-field.tsx";
import { RefusedLine } from "../opinion/sharing/refused-line.tsx";
import type { PlaceWord } from "./answer-api.ts";

interface LastWordProps {
  readonly hasSent: boolean;
  /** Files are on their way, or photographs are not sent yet. */
  readonly isUnderWay: boolean;
  readonly saying: {
    readonly mutate: (word: PlaceWord) => void;
    readonly isPending: boolean;
    readonly error: Error | null;
  };
}

/** With what was sent, or without: whoever asked hears it, and nothing more can be sent. */
export function LastWord({ hasSent, ...props }: LastWordProps) {
  const t = useTranslations("answer");
  const [isWithout, setWithout] = useState(false);
  if (hasSent || isWithout)
    return <WordForm {...props} isWithout={isWithout} onTurn={() => setWithout(!isWithout)} />;
  return (
    <p>
      <Button size="wide" onClick={() => setWithout(true)}>
        {t("haveNot")}
      </Button>
    </p>
  );
}

interface WordFormProps extends Pick<LastWordProps, "isUnderWay" | "saying"> {
  readonly isWithout: boolean;
  readonly onTurn: () => void;
}

function WordForm({ isUnderWay, saying, isWithout, onTurn }: WordFormProps) {
  const t = useTranslations("answer");
  const [note, setNote] = useState("");
  const because = note.trim();
  const off = isUnderWay ? t("waitForFiles") : isWithout && because === "" ? t("sayWhy") : undefined;
  const say = (event: FormEvent) => {
    event.preventDefault();
    if (off || saying.isPending) return;
    saying.mutate({ state: isWithout ? "unavailable" : "here", because: because || null });
  };
  return (
    <form className="answer-word" onSubmit={say}>
      <h2>{t(isWithout ? "haveNotTitle" : "allTitle")}</h2>
      <TextField
        label={t(isWithout ? "because" : "note")}
        hint={t(isWithout ? "becauseHint" : "noteHint")}
        isLarge
        maxLength={2000}
        value={note}
        onChange={({ currentTarget }) => setNote(currentTarget.value)}
      />
      <RefusedLine error={saying.error} />
      <div className="answer-ways">
        <Button type="submit" look="filled" size="wide" disabled={saying.isPending} offReason={off}>
          {t(isWithout ? "sayHaveNot" : "sayAll")}
        </Button>
        <Button look="quiet" onClick={onTurn}>
          {t(isWithout ? "back" : "restHaveNot")}
        </Button>
      </div>
    </form>
  );
}
