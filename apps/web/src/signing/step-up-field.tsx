import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { authenticatorQuery } from "../authenticator/authenticator-query.ts";
import { CodeField } from "../authenticator/code-field.tsx";
import { PasswordField } from "../design/password-field.tsx";

/** What somebody shows that it is they who sign. Undefined: not yet. */
export type Shown = { readonly password: string } | { readonly code: string } | undefined;

export interface StepUpFieldProps {
  readonly onChange: (shown: Shown) => void;
}

/** The password; or a code of the authenticator app where one is set up, with the way back to the password. */
export function StepUpField({ onChange }: StepUpFieldProps) {
  const t = useTranslations("signing");
  const { data: authenticator, isPending } = useQuery(authenticatorQuery);
  const [wantsPassword, setWantsPassword] = useState(false);
  const [words, setWords] = useState("");
  const byCode = Boolean(authenticator) && !wantsPassword;
  const write = (given: string) => {
    setWords(given);
    if (given.trim() === "") onChange(undefined);
    else onChange(byCode ? { code: given } : { password: given });
  };
  const change = () => {
    write("");
    setWantsPassword(!wantsPassword);
  };
  // A field that changed under whoever writes in it would take half a password for a code.
  if (isPending) return null;
  return (
    <>
      {byCode ? (
        <CodeField code={words} onChange={write} hint={t("passwordHint")} />
      ) : (
        <PasswordField
          label={t("password")}
          hint={t("passwordHint")}
          autoComplete="current-password"
          value={words}
          onChange={({ currentTarget }) => write(currentTarget.value)}
        />
      )}
      {authenticator && (
        <button type="button" className="sign-conflict" onClick={change}>
          {t(byCode ? "byPassword" : "byCode")}
        </button>
      )}
    </>
  );
}
