import { type EntryField, type IntakeList, longestAnswer } from "@consilium/clinical";
import { useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { TextField } from "../design/text-field.tsx";

export interface EntryFieldProps {
  readonly list: IntakeList;
  readonly field: Exclude<EntryField, "on" | "from" | "to">;
  readonly value: string;
  readonly isNew: boolean;
  readonly onChange: (value: string) => void;
}

/** Milliseconds of rest after which what was typed goes into the document. */
const rest = 400;

/** One line of an entry, written into the document while it is typed. */
export function EntryLine({ list, field, value, isNew, onChange }: EntryFieldProps) {
  const t = useTranslations("intake");
  const { typed, type, leave } = useTyping(onChange);
  return (
    <TextField
      isLarge
      label={t(`field.${field}`, { list })}
      value={typed ?? value}
      maxLength={longestAnswer}
      // oxlint-disable-next-line jsx-a11y/no-autofocus -- They pressed "Add": the line is what they asked for.
      autoFocus={isNew}
      onChange={({ currentTarget }) => type(currentTarget.value)}
      onBlur={leave}
    />
  );
}

/** What waits to be kept, and until when. */
class Rest {
  #timer: ReturnType<typeof setTimeout> | undefined;
  #keep: (() => void) | undefined;

  begin(keep: () => void): void {
    clearTimeout(this.#timer);
    this.#keep = keep;
    this.#timer = setTimeout(() => this.settle(), rest);
  }

  settle(): void {
    clearTimeout(this.#timer);
    const keep = this.#keep;
    this.#keep = undefined;
    keep?.();
  }
}

/** What is being typed; undefined: nobody types. What was typed goes in when the line leaves the screen too. */
function useTyping(onChange: (value: string) => void) {
  const [typed, setTyped] = useState<string>();
  const [waiting] = useState(() => new Rest());
  useEffect(() => () => waiting.settle(), [waiting]);
  const type = (value: string) => {
    setTyped(value);
    waiting.begin(() => onChange(value));
  };
  const leave = () => {
    waiting.settle();
    setTyped(undefined);
  };
  return { typed, type, leave };
}
