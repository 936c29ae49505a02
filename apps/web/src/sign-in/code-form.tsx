import { type FormEvent, useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { CodeField } from "../authenticator/code-field.tsx";
import { Button } from "../design/button.tsx";
import { Notice, type SignInOutcome } from "./notice.tsx";

export interface CodeFormProps {
  readonly outcome: SignInOutcome;
  readonly isPending: boolean;
  readonly onSend: (code: string) => void;
  /** To another account. */
  readonly onBack: () => void;
}

/** The password was right: the code of the app, or a recovery code. */
export function CodeForm({ outcome, isPending, onSend, onBack }: CodeFormProps) {
  const t = useTranslations("signIn");
  const [isTried, setTried] = useState(false);
  const [isRecovery, setRecovery] = useState(false);
  const [code, setCode] = useState("");
  const form = useRef<HTMLFormElement>(null);
  const kind = isRecovery ? "recoveryCode" : "code";
  // The button that led here is gone, and the focus with it.
  useEffect(() => form.current?.querySelector<HTMLElement>(`[name=${kind}]`)?.focus(), [kind]);
  const isGiven = code.trim() !== "";
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (isGiven && !isPending) onSend(code);
  };
  const change = () => {
    setCode("");
    setTried(false);
    setRecovery(!isRecovery);
  };
  return (
    <form ref={form} className="sign-in-form" onSubmit={submit} noValidate>
      <CodeField
        isLarge
        key={kind}
        kind={kind}
        code={code}
        onChange={setCode}
        hint={t(isRecovery ? "recoveryHint" : "codeText")}
        error={isTried && !isGiven ? t("codeNeeded") : undefined}
      />
      <Notice outcome={outcome} />
      <Button type="submit" look="filled" size="wide">
        {isPending ? t("submitting") : t("submit")}
      </Button>
      <OtherWays isRecovery={isRecovery} onChange={change} onBack={onBack} />
    </form>
  );
}

interface OtherWaysProps extends Pick<CodeFormProps, "onBack"> {
  readonly isRecovery: boolean;
  readonly onChange: () => void;
}

function OtherWays({ isRecovery, onChange, onBack }: OtherWaysProps) {
  const t = useTranslations("signIn");
  return (
    <div className="sign-in-ways">
      <Button look="quiet" onClick={onChange}>
        {t(isRecovery ? "useApp" : "useRecovery")}
      </Button>
      <Button look="quiet" onClick={onBack}>
        {t("back")}
      </Button>
    </div>
  );
}
