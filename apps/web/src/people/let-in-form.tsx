import { dayIn } from "@consilium/foundation";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { useNow, useTranslations } from "use-intl";
import { useCase } from "../case/case-context.ts";
import { Banner } from "../design/banner.tsx";
import { Button } from "../design/button.tsx";
import { ChoiceList } from "../design/choice-list.tsx";
import { TextField } from "../design/text-field.tsx";
import { emptyPlace, missingOf, type NewPlace, toGiven } from "./new-place.ts";
import { type Role, useGiveSeat } from "./people-api.ts";
import { ProxyFields } from "./proxy-fields.tsx";
import { useGiveRefusal } from "./use-give-refusal.ts";

interface LetInFormProps {
  readonly roles: readonly Role[];
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** Who, as what, and until when. What is still missing is said beside the button. */
export function LetInForm({ roles, onClose, onDone }: LetInFormProps) {
  const t = useTranslations("people");
  const { zone, today } = useToday();
  const [place, setPlace] = useState(emptyPlace);
  const { mutate, isPending, error, reset } = useGiveSeat(() => {
    onClose();
    onDone();
  });
  const refusal = useGiveRefusal(error);
  const form = useFirstFieldOn(refusal?.ofEmail);
  const missing = missingOf(place, today);
  const change = (part: Partial<NewPlace>) => {
    setPlace({ ...place, ...part });
    if (error) reset();
  };
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (!missing && place.role && !isPending) mutate(toGiven(place, place.role, zone));
  };
  return (
    <form className="people-form" ref={form} onSubmit={send} noValidate>
      <EmailField place={place} onChange={change} error={refusal?.ofEmail} />
      <RoleFields roles={roles} place={place} onChange={change} />
      {place.role === "proxy" && <ProxyFields place={place} onChange={change} />}
      <UntilField place={place} onChange={change} today={today} />
      {refusal?.other && <Banner tone="stop" title={refusal.other} />}
      <div className="dialog-actions">
        <Button onClick={onClose}>{t("cancel")}</Button>
        <Button
          type="submit"
          look="filled"
          disabled={isPending}
          offReason={missing && t(`missing.${missing}`)}
        >
          {t("letInAct")}
        </Button>
      </div>
    </form>
  );
}

function useToday() {
  const { zone } = useCase().detail.organisation;
  return { zone, today: dayIn(zone, useNow()) };
}

/** What is said of the first field takes the focus there: on a telephone it stands far above the button. */
function useFirstFieldOn(said: string | undefined) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (said) form.current?.querySelector("input")?.focus();
  }, [said]);
  return form;
}

interface PlaceFieldProps {
  readonly place: NewPlace;
  readonly onChange: (part: Partial<NewPlace>) => void;
}

type EmailFieldProps = PlaceFieldProps & { readonly error: string | undefined };

function EmailField({ place, onChange, error }: EmailFieldProps) {
  const t = useTranslations("people");
  return (
    <TextField
      label={t("email")}
      hint={t("emailHint")}
      type="email"
      autoComplete="off"
      maxLength={320}
      value={place.email}
      error={error}
      onChange={({ currentTarget }) => onChange({ email: currentTarget.value })}
    />
  );
}

function UntilField({ place, onChange, today }: PlaceFieldProps & { readonly today: string }) {
  const t = useTranslations("people");
  return (
    <TextField
      label={t("until")}
      hint={t("untilHint")}
      type="date"
      min={today}
      value={place.until}
      onChange={({ currentTarget }) => onChange({ until: currentTarget.value })}
    />
  );
}

type RoleFieldsProps = PlaceFieldProps & { readonly roles: readonly Role[] };

const modes = ["author", "blind", "reader", "attesting"] as const;

function RoleFields({ roles, place, onChange }: RoleFieldsProps) {
  const t = useTranslations("people");
  const names = useTranslations("workspace.role");
  return (
    <>
      <ChoiceList
        legend={t("asWhat")}
        options={roles.map((value) => ({
          value,
          label: names(value),
          hint: t(`gives.${value}`),
        }))}
        value={place.role}
        onChoose={(role) => onChange({ role })}
      />
      {place.role === "specialist" && (
        <ChoiceList
          legend={t("howRead")}
          options={modes.map((value) => ({
            value,
            label: t(`modeChoice.${value}`),
            hint: t(`sees.${value}`),
          }))}
          value={place.mode}
          onChoose={(mode) => onChange({ mode })}
        />
      )}
    </>
  );
}
