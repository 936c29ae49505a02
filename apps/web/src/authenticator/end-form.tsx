import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslations } from "use-intl";
import { Banner } from "../design/banner.tsx";
import { Button } from "../design/button.tsx";
import { PasswordField } from "../design/password-field.tsx";
import { RefusedLine } from "../opinion/sharing/refused-line.tsx";
import { type Authenticator, authenticatorQuery, endAuthenticator } from "./authenticator-query.ts";
import { CodeField } from "./code-field.tsx";

export interface EndFormProps {
  readonly standing: NonNullable<Authenticator>;
  readonly onEnded: () => void;
}

/** One counts: since when, how many recovery codes are left, and how to turn it off. */
export function EndForm({ standing, onEnded }: EndFormProps) {
  const t = useTranslations("authenticator");
  const queries = useQueryClient();
  const [password, setPassword] = useState("");
  const [code, setCode] = useState("");
  const { mutate, isPending, error } = useMutation({
    mutationFn: endAuthenticator,
    onSuccess: () => {
      onEnded();
      queries.setQueryData(authenticatorQuery.queryKey, null);
    },
  });
  const off = useOffReason(password, code);
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (!off && !isPending) mutate({ password, code });
  };
  return (
    <form className="authenticator" onSubmit={send}>
      <Banner tone="ok" title={t("since", { since: new Date(standing.since) })}>
        {t("left", { count: standing.recoveryLeft })}
      </Banner>
      <h2>{t("end")}</h2>
      <p>{t("endText")}</p>
      <PasswordField
        label={t("password")}
        autoComplete="current-password"
        value={password}
        onChange={({ currentTarget }) => setPassword(currentTarget.value)}
      />
      <CodeField kind="anyCode" code={code} onChange={setCode} hint={t("endHint")} />
      <RefusedLine error={error} />
      <Button type="submit" isDanger offReason={off}>
        {t("endIt")}
      </Button>
    </form>
  );
}

function useOffReason(password: string, code: string): string | undefined {
  const t = useTranslations("authenticator.off");
  if (password === "") return t("password");
  return code.trim() === "" ? t("code") : undefined;
}
