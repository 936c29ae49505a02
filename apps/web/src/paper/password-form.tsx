import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "../design/button.tsx";
import { PasswordField } from "../design/password-field.tsx";

export interface PasswordFormProps {
  readonly unlock: (password: string) => void;
  readonly wasWrong: boolean;
}

/** The password goes to the reader of PDF in this browser, and nowhere else. */
export function PasswordForm({ unlock, wasWrong }: PasswordFormProps) {
  const t = useTranslations("paper.password");
  const [password, setPassword] = useState("");
  return (
    <form
      className="paper-closed"
      aria-label={t("title")}
      onSubmit={(event) => {
        event.preventDefault();
        if (password !== "") unlock(password);
      }}
    >
      <p>
        <b>{t("title")}</b>
      </p>
      <PasswordField
        label={t("field")}
        hint={t("why")}
        value={password}
        autoComplete="off"
        onChange={({ target }) => setPassword(target.value)}
        error={wasWrong ? t("wrong") : undefined}
      />
      <Button type="submit" look="filled">
        {t("open")}
      </Button>
    </form>
  );
}
