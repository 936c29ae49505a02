import { type FormEvent, type ReactNode, useEffect, useRef } from "react";
import { useTranslations } from "use-intl";
import { Banner } from "../design/banner.tsx";
import { ButtonLink } from "../design/button-link.tsx";
import { Button } from "../design/button.tsx";
import { Behind } from "./behind.tsx";
import { DropChanges } from "./drop-changes.tsx";
import { useRefusalWords } from "./use-refusal-words.ts";
import type { Unsaved } from "./use-unsaved.ts";
import type { Written } from "./version-fact.tsx";

export interface ContentFormProps {
  readonly form: Pick<Unsaved<string>, "isChanged" | "isBehind"> & {
    readonly clashes: readonly unknown[];
  };
  /** What stands on the server; undefined: nothing of the programme's own. */
  readonly now: Written | undefined;
  /** Where its list is. */
  readonly back?: "/programme" | "/programme/lists";
  /** Why it cannot be saved yet. */
  readonly offReason: string | undefined;
  readonly isPending: boolean;
  readonly error: Error | null;
  readonly onSave: () => void;
  readonly onDrop: () => void;
  readonly children: ReactNode;
}

/** Around the fields. Nothing that was typed is lost: not to a refusal, and not to what somebody else saved meanwhile. */
export function ContentForm({ children, onSave, ...rest }: ContentFormProps) {
  const { form, now, isPending, error, offReason } = rest;
  const clashes = form.clashes.length;
  const element = useTheirsShown(error, clashes > 0);
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (offReason === undefined && form.isChanged && !isPending) onSave();
  };
  return (
    <form className="programme-form" ref={element} onSubmit={save} noValidate>
      {form.isBehind && !isPending && <Behind now={now} clashes={clashes} />}
      {children}
      <End {...rest} />
    </form>
  );
}

/** Whoever was refused because of what somebody else saved is led to the first of their words. */
function useTheirsShown(error: Error | null, isClashing: boolean) {
  const element = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (error && isClashing) element.current?.querySelector<HTMLElement>(".programme-theirs")?.focus();
  }, [error, isClashing]);
  return element;
}

type EndProps = Omit<ContentFormProps, "children" | "onSave" | "now">;

/** Save, go back, or let go of what was changed. */
function End({ form, back, offReason, isPending, error, onDrop }: EndProps) {
  const t = useTranslations("programme");
  const words = useRefusalWords();
  const off = form.isChanged ? offReason : t("unchanged");
  return (
    <footer className="programme-end">
      {error && <Banner tone="stop" title={words(error)} />}
      <div className="programme-actions">
        <Button type="submit" look="filled" disabled={isPending} offReason={off}>
          {t(form.clashes.length > 0 ? "saveMine" : "save")}
        </Button>
        {form.isChanged && <DropChanges onDrop={onDrop} />}
        {back !== undefined && (
          <ButtonLink to={back} look="quiet">
            {t("back")}
          </ButtonLink>
        )}
      </div>
      {form.isChanged && <p className="programme-fact">{t("kept")}</p>}
    </footer>
  );
}
