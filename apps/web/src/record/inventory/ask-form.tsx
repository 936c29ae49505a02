import { type FormEvent, useState } from "react";
import { useNow, useTimeZone, useTranslations } from "use-intl";
import { Refused } from "../../app/refused.ts";
import { Banner } from "../../design/banner.tsx";
import { Button } from "../../design/button.tsx";
import { Segmented } from "../../design/segmented.tsx";
import { TextField } from "../../design/text-field.tsx";
import { AskWhom, useAskable } from "./ask-whom.tsx";
import { dueIn, spans, type Span } from "./due-in.ts";
import { useAsking } from "./inventory-changes.ts";
import { type Item, useItemName } from "./use-inventory.ts";

export interface AskFormProps {
  /** Undefined: what no list names. */
  readonly item: Item | undefined;
  readonly onSent: () => void;
}

/** What, of whom, until when. Everything but what is chosen beforehand, so that one press sends it. */
export function AskForm({ item, onSent }: AskFormProps) {
  const t = useTranslations("inventory");
  const { draft, change } = useDraft(item);
  const { mutate, isPending, error } = useAsking(onSent);
  const due = useDue(draft.span);
  const send = (event: FormEvent) => {
    event.preventDefault();
    const { what, of, isRequired } = draft;
    const from = of === null ? orNull(draft.from) : null;
    const words = { from, message: orNull(draft.message), why: orNull(draft.why) };
    mutate({ item: item?.id ?? null, what, of, ...words, due: due.toISOString(), required: isRequired });
  };
  const field = (name: "what" | "message" | "why") => ({
    value: draft[name],
    onChange: ({ currentTarget }: { readonly currentTarget: HTMLInputElement }) =>
      change(name === "what" ? { what: currentTarget.value } : wordsFor(name, currentTarget.value)),
  });
  return (
    <form className="ask-form" onSubmit={send}>
      {!item && (
        <TextField label={t("what")} hint={t("whatHint")} {...field("what")} required maxLength={500} />
      )}
      <AskWhom of={draft.of} from={draft.from} onChange={change} />
      <fieldset className="ask-due">
        <legend>{t("by")}</legend>
        <Segmented
          label={t("by")}
          options={spans.map((days) => ({ value: days, label: t("days", { days: Number(days) }) }))}
          value={draft.span}
          onChange={(span) => change({ span })}
        />
        <p>{t("dueOn", { due })}</p>
      </fieldset>
      <TextField label={t("message")} hint={t("messageHint")} {...field("message")} maxLength={2000} />
      <TextField label={t("why")} hint={t("whyHint")} {...field("why")} maxLength={2000} />
      <label className="ask-required">
        <input
          type="checkbox"
          checked={draft.isRequired}
          onChange={({ currentTarget }) => change({ isRequired: currentTarget.checked })}
        />
        {t("isRequired")}
      </label>
      {error && <Banner tone="stop" title={error instanceof Refused ? error.message : t("notSent")} />}
      <div className="ask-ways">
        <Button look="filled" type="submit" disabled={isPending}>
          {t("send")}
        </Button>
      </div>
    </form>
  );
}

const wordsFor = (name: "message" | "why", words: string) =>
  name === "why" ? { why: words } : { message: words };

const orNull = (words: string): string | null => (words.trim() === "" ? null : words.trim());

interface Draft {
  readonly what: string;
  readonly of: string | null;
  readonly from: string;
  readonly message: string;
  readonly why: string;
  readonly span: Span;
  readonly isRequired: boolean;
}

function useDraft(item: Item | undefined) {
  const nameOf = useItemName();
  const [first] = useAskable();
  const [draft, set] = useState<Draft>({
    what: item ? nameOf(item) : "",
    of: first?.seat ?? null,
    from: item?.request?.from ?? "",
    message: "",
    why: item?.request?.why ?? item?.blocks ?? "",
    span: "7",
    isRequired: item?.isNeeded ?? false,
  });
  return { draft, change: (changed: Partial<Draft>) => set((now) => ({ ...now, ...changed })) };
}

function useDue(span: Span): Date {
  const now = useNow();
  return dueIn(now, Number(span), useTimeZone() ?? "UTC");
}
