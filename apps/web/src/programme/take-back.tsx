import { useState } from "react";
import { Banner } from "../design/banner.tsx";
import { Button } from "../design/button.tsx";
import { Dialog } from "../design/dialog.tsx";
import { useRefusalWords } from "./use-refusal-words.ts";

export interface TakeBackProps {
  readonly words: {
    /** On the button that asks. */
    readonly ask: string;
    /** As a screen reader hears it, where the button's words do not say of what. */
    readonly askOf?: string;
    readonly title: string;
    /** What it means, for whom. */
    readonly text: string;
    readonly act: string;
    readonly keep: string;
  };
  readonly isPending: boolean;
  readonly error: Error | null;
  readonly onTake: () => void;
}

/** Asked before it is done. */
export function TakeBack({ words, isPending, error, onTake }: TakeBackProps) {
  const say = useRefusalWords();
  const [isAsked, ask] = useState(false);
  return (
    <>
      <Button size="small" look="quiet" aria-label={words.askOf} onClick={() => ask(true)}>
        {words.ask}
      </Button>
      <Dialog
        isOpen={isAsked}
        onClose={() => ask(false)}
        title={words.title}
        actions={
          <>
            <Button onClick={() => ask(false)}>{words.keep}</Button>
            <Button isDanger disabled={isPending} onClick={onTake}>
              {words.act}
            </Button>
          </>
        }
      >
        <p>{words.text}</p>
        {error && <Banner tone="stop" title={say(error)} />}
      </Dialog>
    </>
  );
}
