import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "../design/button.tsx";
import { PasswordField } from "../design/password-field.tsx";
import { RefusedLine } from "../opinion/sharing/refused-line.tsx";
import { type AppSecret, beginAuthenticator } from "./authenticator-query.ts";

export interface BeginFormProps {
  readonly onBegun: (secret: AppSecret) => void;
}

/** None is set up: with the password, so that nobody does it at a page that was left open. */
export function BeginForm({ onBegun }: BeginFormProps) {
  const t = useTranslations("authenticator");
  const [password, setPassword] = useState("");
  const { mutate, isPending, error } = useMutation({ mutationFn: beginAuthenticator, onSuccess: onBegun });
  const off = password === "" ? t("off.password") : undefined;
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (!off && !isPending) mutate(password);
  };
  return (
    <form className="authenticator" onSubmit={send}>
      <h2>{t("none")}</h2>
      <p>{t("why")}</p>
      <PasswordField
        label={t("password")}
        autoComplete="current-password"
        value={password}
        onChange={({ currentTarget }) => setPassword(currentTarget.value)}
      />
      <RefusedLine error={error} />
      <Button type="submit" look="filled" offReason={off}>
        {t("begin")}
      </Button>
    </form>
  );
}
