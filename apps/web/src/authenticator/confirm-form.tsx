import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "../design/button.tsx";
import { RefusedLine } from "../opinion/sharing/refused-line.tsx";
import { type AppSecret, authenticatorQuery, confirmAuthenticator } from "./authenticator-query.ts";
import { CodeField, isWhole } from "./code-field.tsx";
import { QrCode } from "./qr-code.tsx";

export interface ConfirmFormProps {
  readonly secret: AppSecret;
  readonly onConfirmed: (codes: readonly string[]) => void;
}

/** The secret for the app, and a code of it: until one was right, nothing counts. */
export function ConfirmForm({ secret, onConfirmed }: ConfirmFormProps) {
  const t = useTranslations("authenticator");
  const queries = useQueryClient();
  const [code, setCode] = useState("");
  const { mutate, isPending, error } = useMutation({
    mutationFn: confirmAuthenticator,
    onSuccess: async (codes) => {
      onConfirmed(codes);
      await queries.invalidateQueries({ queryKey: authenticatorQuery.queryKey });
    },
  });
  const off = isWhole(code) ? undefined : t("off.code");
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (!off && !isPending) mutate(code);
  };
  return (
    <form className="authenticator" onSubmit={send}>
      <h2>{t("scan")}</h2>
      <p>{t("scanText")}</p>
      <QrCode words={secret.address} label={t("picture")} />
      <p>
        {t("byHand")}{" "}
        <span className="authenticator-secret">{secret.secret.match(/.{1,4}/g)?.join(" ")}</span>
      </p>
      <CodeField code={code} onChange={setCode} hint={t("confirmHint")} />
      <RefusedLine error={error} />
      <Button type="submit" look="filled" offReason={off}>
        {t("confirm")}
      </Button>
    </form>
  );
}
