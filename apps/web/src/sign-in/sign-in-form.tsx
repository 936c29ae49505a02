import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { useTranslations } from "use-intl";
import type { SignInReason } from "../app/routes.ts";
import { sessionQuery, signIn, type SignInRefusal } from "../app/session.ts";
import { wayBack } from "../app/way-back.ts";
import { Banner } from "../design/banner.tsx";
import { Button } from "../design/button.tsx";
import { PasswordField } from "../design/password-field.tsx";
import { TextField } from "../design/text-field.tsx";

export interface SignInFormProps {
  readonly to: string | undefined;
  readonly reason: SignInReason | undefined;
}

export function SignInForm({ to, reason }: SignInFormProps) {
  const t = useTranslations("signIn");
  const [isTried, setTried] = useState(false);
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const attempt = useAttempt(to);
  const isEmail = email.includes("@");

  function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (isEmail && password !== "" && !attempt.isPending) attempt.mutate({ email, password });
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
      <Notice reason={reason} outcome={attempt.data} />
      <Button type="submit" look="filled" size="wide">
        {attempt.isPending ? t("submitting") : t("submit")}
      </Button>
    </form>
  );
}

/** Nothing of an earlier account stays: its answers are dropped before the next screen asks. */
function useAttempt(to: string | undefined) {
  const queries = useQueryClient();
  const { history } = useRouter();
  return useMutation({
    mutationFn: ({ email, password }: { email: string; password: string }) => signIn(email, password),
    onSuccess: async (outcome) => {
      if (outcome !== "signed-in") return;
      queries.clear();
      await queries.prefetchQuery(sessionQuery);
      history.push(wayBack(to));
    },
  });
}

interface NoticeProps {
  readonly reason: SignInReason | undefined;
  readonly outcome: "signed-in" | SignInRefusal | undefined;
}

/** What the last attempt met; before one, why one stands here. */
function Notice({ reason, outcome }: NoticeProps) {
  const t = useTranslations("signIn");
  if (outcome && outcome !== "signed-in") {
    return (
      <Banner tone="stop" title={t(`refused.${outcome}`)}>
        {t(`next.${outcome}`)}
      </Banner>
    );
  }
  if (reason === "ended") {
    return (
      <Banner tone="warn" title={t("ended")}>
        {t("endedNext")}
      </Banner>
    );
  }
  return reason === "signed-out" ? <Banner tone="ok" title={t("signedOut")} /> : null;
}
