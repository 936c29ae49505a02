import { useNavigate } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { useTranslations } from "use-intl";
import { useCase } from "../case/case-context.ts";
import { Banner } from "../design/banner.tsx";
import { Dialog } from "../design/dialog.tsx";
import { RefusedLine } from "../opinion/sharing/refused-line.tsx";
import { SignFoot } from "../signing/sign-foot.tsx";
import "../signing/signing.css";
import type { Shown } from "../signing/step-up-field.tsx";
import { type AddendumSheet, useAddenda, useAddendumSheet, useSignAddendum } from "./use-addenda.ts";

export interface SignAddendumDialogProps {
  readonly addendum: string;
  readonly onClose: () => void;
}

/** What signing an addendum means, and the signature: the ceremony of an opinion without what an opinion alone has. */
export function SignAddendumDialog({ addendum, onClose }: SignAddendumDialogProps) {
  const t = useTranslations("addendum.sign");
  const { data: sheet, error } = useAddendumSheet(addendum);
  const signed = useSigned(addendum, onClose);
  const title = sheet && sheet.state !== "ready" ? t(`off.${sheet.state}`) : t("title");
  return (
    <Dialog isOpen onClose={onClose} title={title} width={36}>
      <p className="signing-lede">{t("lede")}</p>
      {!sheet && <RefusedLine error={error} />}
      {sheet && <Sheet addendum={addendum} sheet={sheet} onClose={onClose} onSigned={signed} />}
    </Dialog>
  );
}

/** To the report, where it stands now. */
function useSigned(addendum: string, onClose: () => void): () => void {
  const { caseId } = useCase();
  const navigate = useNavigate();
  const { data = [] } = useAddenda();
  return () => {
    const report = data.find(({ id }) => id === addendum)?.report;
    onClose();
    if (report !== undefined)
      void navigate({ to: "/cases/$caseId/report/$reportId", params: { caseId, reportId: report } });
  };
}

interface SheetProps extends SignAddendumDialogProps {
  readonly sheet: AddendumSheet;
  readonly onSigned: () => void;
}

function Sheet({ addendum, sheet, onClose, onSigned }: SheetProps) {
  const t = useTranslations("addendum.sign");
  /** What lay before them when they said that they had read it. */
  const [read, setRead] = useState<string>();
  const [shown, setShown] = useState<Shown>();
  const { mutate, isPending, error } = useSignAddendum(addendum, onSigned);
  const isRead = read === sheet.basis;
  const off = useOffReason(sheet, isRead, shown);
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (shown && !off && !isPending) mutate({ basis: sheet.basis, ...shown });
  };
  return (
    <form className="sign-form" onSubmit={send}>
      {read !== undefined && !isRead && <Changed />}
      <p className="signing-covers">{t("covers", { words: sheet.words, version: sheet.version })}</p>
      <p className="sign-statement">{sheet.statement}</p>
      <SignFoot
        read={t("read")}
        isRead={isRead}
        signer={sheet.signer}
        off={off}
        isPending={isPending}
        error={error}
        onRead={(said) => setRead(said ? sheet.basis : undefined)}
        onShown={setShown}
        onClose={onClose}
      />
    </form>
  );
}

function Changed() {
  const t = useTranslations("addendum.sign");
  return (
    <Banner tone="warn" title={t("changed")}>
      {t("changedText")}
    </Banner>
  );
}

/** The first thing that is still to be done, in words. */
function useOffReason({ state }: AddendumSheet, isRead: boolean, shown: Shown): string | undefined {
  const t = useTranslations("addendum.sign.off");
  if (state !== "ready") return t(state);
  if (!isRead) return t("read");
  return shown ? undefined : t("shown");
}
