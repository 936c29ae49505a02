import { useState } from "react";
import { useTranslations } from "use-intl";
import { TextField } from "../design/text-field.tsx";
import { ChangedSince, type ChangedSinceProps } from "./changed-since.tsx";
import { SignFoot } from "./sign-foot.tsx";
import type { Shown } from "./step-up-field.tsx";
import { type Signature, type SigningSheet, useSign } from "./use-signing.ts";

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

/** What signing means, who signs, and what shows that it is they. */
export function SignForm(props: SignFormProps) {
  const { opinion, sheet, reasons, isRead, changed, onRead, onClose, onSigned } = props;
  const t = useTranslations("signing");
  const [conflicts, setConflicts] = useState<string>();
  const [shown, setShown] = useState<Shown>();
  const { mutate, isPending, error } = useSign(opinion, onSigned);
  const off = useOffReason(props, { shown, conflicts });
  const sign = () => {
    if (shown && !off && !isPending) mutate({ ...signatureOf(sheet, reasons, conflicts), ...shown });
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
      <SignFoot
        read={conflicts === undefined ? t("readNoConflict") : t("read")}
        isRead={isRead}
        signer={sheet.signer}
        off={off}
        isPending={isPending}
        error={error}
        onRead={onRead}
        onShown={setShown}
        onClose={onClose}
      >
        <Conflict words={conflicts} onChange={setConflicts} />
      </SignFoot>
    </form>
  );
}

const signatureOf = (
  { basis, open }: SigningSheet,
  reasons: ReadonlyMap<string, string>,
  conflicts: string | undefined,
): Signature => ({
  basis,
  reasons: open.map(({ key }) => ({ key, reason: reasons.get(key)?.trim() ?? "" })),
  conflicts: conflicts?.trim() ?? "",
});

interface Given {
  readonly shown: Shown;
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
  return given.shown ? undefined : t("off.shown");
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
