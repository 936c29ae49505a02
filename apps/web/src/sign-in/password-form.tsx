import { type FormEvent, useState } from "react";
import { useTranslations } from "use-intl";
import type { SignInReason } from "../app/routes.ts";
import type { Credentials } from "../app/session.ts";
import { Button } from "../design/button.tsx";
import { PasswordField } from "../design/password-field.tsx";
import { TextField } from "../design/text-field.tsx";
import { Notice, type SignInOutcome } from "./notice.tsx";

export interface PasswordFormProps {
  readonly outcome: SignInOutcome;
  readonly isPending: boolean;
  readonly reason: SignInReason | undefined;
  readonly onSend: (credentials: Credentials) => void;
}

export function PasswordForm({ outcome, isPending, reason, onSend }: PasswordFormProps) {
  const t = useTranslations("signIn");
  const [isTried, setTried] = useState(false);
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const isEmail = email.includes("@");

  function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (isEmail && password !== "" && !isPending) onSend({ email, password });
  }

  return (
    <form className="sign-in-form" onSubmit={submit} noValidate>
      <TextField
        isLarge
        label={t("email")}
        type="email"
        name="email"
        autoComplete="username"
        value={email}
        onChange={(event) => setEmail(event.currentTarget.value)}
        error={isTried && !isEmail ? t("emailNeeded") : undefined}
      />
      <PasswordField
        isLarge
        label={t("password")}
        name="password"
        autoComplete="current-password"
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
        error={isTried && password === "" ? t("passwordNeeded") : undefined}
      />
      <Notice reason={reason} outcome={outcome} />
      <Button type="submit" look="filled" size="wide">
        {isPending ? t("submitting") : t("submit")}
      </Button>
    </form>
  );
}
