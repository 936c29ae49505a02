import { useState } from "react";
import { useTranslations } from "use-intl";
import { PasswordField } from "../design/password-field.tsx";
import { TextField } from "../design/text-field.tsx";
import { RefusedLine } from "../opinion/sharing/refused-line.tsx";
import { ChangedSince, type ChangedSinceProps } from "./changed-since.tsx";
import { SignWays } from "./sign-ways.tsx";
import { Signer } from "./signer.tsx";
import { type SignatureGiven, type SigningSheet, useSign } from "./use-signing.ts";

export interface SignFormProps {
  readonly opinion: string;
  readonly sheet: SigningSheet;
  readonly reasons: ReadonlyMap<string, string>;
  /** They said that they have read it all, and it has not changed since. */
  readonly isRead: boolean;
  /** What has changed since they said so. */
  readonly changed: ChangedSinceProps | undefined;
  readonly onRead: (isRead: boolean) => void;
  readonly onClose: () => void;
  readonly onSigned: (report: string) => void;
}

/** What signing means, who signs, and the password that shows it. */
export function SignForm(props: SignFormProps) {
  const { opinion, sheet, reasons, isRead, changed, onRead, onClose, onSigned } = props;
  const t = useTranslations("signing");
  const [conflicts, setConflicts] = useState<string>();
  const [password, setPassword] = useState("");
  const { mutate, isPending, error } = useSign(opinion, onSigned);
  const off = useOffReason(props, { password, conflicts });
  const sign = () => {
    if (!off && !isPending) mutate(signatureOf(sheet, reasons, conflicts, password));
  };
  return (
    <form
      className="sign-form"
      onSubmit={(event) => {
        event.preventDefault();
        sign();
      }}
    >
      {changed && <ChangedSince {...changed} />}
      <p className="sign-statement">{sheet.statement}</p>
      <label className="sign-read">
        <input type="checkbox" checked={isRead} onChange={(event) => onRead(event.currentTarget.checked)} />
        <span>{conflicts === undefined ? t("readNoConflict") : t("read")}</span>
      </label>
      <Conflict words={conflicts} onChange={setConflicts} />
      <Signer signer={sheet.signer} />
      <PasswordField
        label={t("password")}
        hint={t("passwordHint")}
        autoComplete="current-password"
        value={password}
        onChange={({ currentTarget }) => setPassword(currentTarget.value)}
      />
      <RefusedLine error={error} />
      <SignWays off={off} isPending={isPending} onClose={onClose} />
    </form>
  );
}

const signatureOf = (
  { basis, open }: SigningSheet,
  reasons: ReadonlyMap<string, string>,
  conflicts: string | undefined,
  password: string,
): SignatureGiven => ({
  basis,
  reasons: open.map(({ key }) => ({ key, reason: reasons.get(key)?.trim() ?? "" })),
  conflicts: conflicts?.trim() ?? "",
  password,
});

interface Given {
  readonly password: string;
  readonly conflicts: string | undefined;
}

/** The first thing that is still to be done, in words. */
function useOffReason({ sheet, reasons, isRead }: SignFormProps, given: Given): string | undefined {
  const t = useTranslations("signing");
  if (sheet.state !== "ready") return t(`off.${sheet.state}`);
  if (sheet.open.some(({ level }) => level === "must")) return t("off.must");
  if (sheet.open.some(({ key }) => !reasons.get(key)?.trim())) return t("off.reasons");
  if (!isRead) return t("off.read");
  if (given.conflicts !== undefined && given.conflicts.trim() === "") return t("off.conflict");
  return given.password === "" ? t("off.password") : undefined;
}

interface ConflictProps {
  /** Undefined: they have none. */
  readonly words: string | undefined;
  readonly onChange: (words: string | undefined) => void;
}

function Conflict({ words, onChange }: ConflictProps) {
  const t = useTranslations("signing");
  if (words === undefined)
    return (
      <button type="button" className="sign-conflict" onClick={() => onChange("")}>
        {t("declare")}
      </button>
    );
  return (
    <div className="sign-conflict-words">
      <TextField
        label={t("conflict")}
        hint={t("conflictHint")}
        value={words}
        maxLength={2000}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
      />
      <button type="button" className="sign-conflict" onClick={() => onChange(undefined)}>
        {t("declareNone")}
      </button>
    </div>
  );
}
