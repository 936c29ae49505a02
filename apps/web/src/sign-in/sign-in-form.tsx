import { useState } from "react";
import type { SignInReason } from "../app/routes.ts";
import type { Credentials } from "../app/session.ts";
import { CodeForm } from "./code-form.tsx";
import { PasswordForm } from "./password-form.tsx";
import { useAttempt } from "./use-attempt.ts";

export interface SignInFormProps {
  readonly to: string | undefined;
  readonly reason: SignInReason | undefined;
}

/** Email and password; then a code, of whoever has an authenticator app. */
export function SignInForm({ to, reason }: SignInFormProps) {
  const attempt = useAttempt(to);
  /** Those that were right, as far as they go. */
  const [known, setKnown] = useState<Credentials>();
  const { data: outcome, isPending, mutate, reset } = attempt;
  const startAnew = () => {
    setKnown(undefined);
    reset();
  };
  const send = (credentials: Credentials) =>
    mutate(credentials, { onSuccess: (met) => met === "code-needed" && setKnown(credentials) });
  if (known) {
    const sendCode = (code: string) => mutate({ ...known, code });
    return <CodeForm outcome={outcome} isPending={isPending} onSend={sendCode} onBack={startAnew} />;
  }
  return <PasswordForm outcome={outcome} isPending={isPending} reason={reason} onSend={send} />;
}
