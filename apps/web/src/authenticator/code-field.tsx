import { useTranslations } from "use-intl";
import { TextField, type TextFieldProps } from "../design/text-field.tsx";

export interface CodeFieldProps extends Pick<TextFieldProps, "hint" | "error" | "isLarge"> {
  readonly code: string;
  readonly onChange: (code: string) => void;
  /** A recovery code, which has letters, is taken too, or alone. */
  readonly kind?: "code" | "anyCode" | "recoveryCode";
}

/** The six figures of the authenticator app, or a recovery code. */
export function CodeField({ code, onChange, kind = "code", ...field }: CodeFieldProps) {
  const t = useTranslations("authenticator");
  return (
    <TextField
      {...field}
      label={t(kind)}
      name={kind}
      inputMode={kind === "code" ? "numeric" : "text"}
      autoComplete={kind === "code" ? "one-time-code" : "off"}
      autoCapitalize="none"
      spellCheck={false}
      maxLength={64}
      value={code}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  );
}

/** Six figures, however they are grouped. */
export const isWhole = (code: string): boolean => /^\d{6}$/.test(code.replaceAll(/\s/g, ""));
