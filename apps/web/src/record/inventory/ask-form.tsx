import { type FormEvent, useState } from "react";
import { useNow, useTimeZone, useTranslations } from "use-intl";
import { Refused } from "../../app/refused.ts";
import { Banner } from "../../design/banner.tsx";
import { Button } from "../../design/button.tsx";
import { type AskDraft, AskFields } from "./ask-fields.tsx";
import { useAskable } from "./ask-whom.tsx";
import { dueIn } from "./due-in.ts";
import { type Asked, useAsking } from "./inventory-changes.ts";
import { useTellCode } from "./told-code.tsx";
import { type Item, useItemName } from "./use-inventory.ts";

export interface AskFormProps {
  /** Undefined: what no list names. */
  readonly item: Item | undefined;
  readonly onSent: () => void;
}

/** What, of whom, until when. All but what no list names is chosen beforehand, so that one press sends it. */
export function AskForm({ item, onSent }: AskFormProps) {
  const t = useTranslations("inventory");
  const [draft, setDraft] = useState(useFirstDraft(item));
  const tell = useTellCode();
  const { mutate, isPending, error } = useAsking((code) => {
    onSent();
    if (code) tell({ code, name: draft.from.trim() });
  });
  const due = dueIn(useNow(), Number(draft.span), useTimeZone() ?? "UTC");
  const send = (event: FormEvent) => {
    event.preventDefault();
    mutate(askedIn(draft, item?.id ?? null, due));
  };
  return (
    <form className="ask-form" onSubmit={send}>
      <AskFields
        draft={draft}
        due={due}
        isNamed={item !== undefined}
        onChange={(changed) => setDraft((now) => ({ ...now, ...changed }))}
      />
      {error && <Banner tone="stop" title={error instanceof Refused ? error.message : t("notSent")} />}
      <div className="ask-ways">
        <Button look="filled" type="submit" disabled={isPending}>
          {t("send")}
        </Button>
      </div>
    </form>
  );
}

function useFirstDraft(item: Item | undefined): AskDraft {
  const nameOf = useItemName();
  const [first] = useAskable();
  const place = item?.request?.place;
  return {
    what: item ? nameOf(item) : "",
    of: place ? null : (first?.seat ?? null),
    from: item?.request?.from ?? "",
    address: place?.address ?? "",
    message: "",
    why: item?.request?.why ?? item?.blocks ?? "",
    span: "7",
    isRequired: item?.isNeeded ?? false,
  };
}

const askedIn = (
  { what, of, from, address, message, why, isRequired }: AskDraft,
  item: string | null,
  due: Date,
): Asked => ({
  item,
  what,
  of,
  from: of === null ? orNull(from) : null,
  address: of === null ? orNull(address) : null,
  message: orNull(message),
  why: orNull(why),
  due: due.toISOString(),
  required: isRequired,
});

const orNull = (words: string): string | null => (words.trim() === "" ? null : words.trim());
