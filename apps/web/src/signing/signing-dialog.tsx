import "./signing.css";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { useCase } from "../case/case-context.ts";
import { Dialog } from "../design/dialog.tsx";
import { useDesk } from "../opinion/desk-context.ts";
import { RefusedLine } from "../opinion/sharing/refused-line.tsx";
import { changedPlaces, type ReadWords, readWords } from "./changed-sentences.ts";
import type { ChangedSinceProps } from "./changed-since.tsx";
import { ImagesPreview } from "./images-preview.tsx";
import { MustPoints, ReasonPoints } from "./open-points.tsx";
import { ReadBefore } from "./read-before.tsx";
import { SignForm } from "./sign-form.tsx";
import { type SigningSheet, useSigningSheet } from "./use-signing.ts";
import { whatChanged } from "./what-changed.ts";

export interface SigningDialogProps {
  /** The opinion's id. */
  readonly opinion: string;
  readonly onClose: () => void;
}

/** What is open, what signing means, and the signature. */
export function SigningDialog({ opinion, onClose }: SigningDialogProps) {
  const t = useTranslations("signing");
  const { data: sheet, error } = useSigningSheet(opinion);
  return (
    <Dialog isOpen onClose={onClose} title={sheet ? titleOf(t, sheet) : t("title")} width={42.5} isGrowing>
      <p className="signing-lede">{t("lede")}</p>
      {!sheet && <RefusedLine error={error} />}
      {sheet && <Sheet opinion={opinion} sheet={sheet} onClose={onClose} />}
    </Dialog>
  );
}

function titleOf(t: ReturnType<typeof useTranslations<"signing">>, { open, state }: SigningSheet): string {
  if (state !== "ready") return t(`off.${state}`);
  const must = open.filter(({ level }) => level === "must").length;
  return must > 0 ? t("stops", { count: must }) : t("ready");
}

/** What lay before somebody when they said that they had read it. */
interface Read {
  readonly sheet: SigningSheet;
  readonly words: ReadWords;
}

/** Whether somebody has read it all as it stands now; else what has changed since they said so. */
function useReading(sheet: SigningSheet) {
  const { doc } = useDesk();
  const [read, setRead] = useState<Read>();
  const hasChanged = read !== undefined && read.sheet.basis !== sheet.basis;
  const changed: ChangedSinceProps | undefined = hasChanged
    ? { parts: whatChanged(read.sheet, sheet), places: changedPlaces(read.words, readWords(doc)) }
    : undefined;
  return {
    isRead: read !== undefined && !hasChanged,
    changed,
    sayRead: (isRead: boolean) => setRead(isRead ? { sheet, words: readWords(doc) } : undefined),
  };
}

interface SheetProps extends SigningDialogProps {
  readonly sheet: SigningSheet;
}

function Sheet({ opinion, sheet, onClose }: SheetProps) {
  const t = useTranslations("signing");
  const { caseId } = useCase();
  const navigate = useNavigate();
  const [reasons, setReasons] = useState<ReadonlyMap<string, string>>(new Map());
  const { isRead, changed, sayRead } = useReading(sheet);
  const signed = (report: string) => {
    onClose();
    void navigate({ to: "/cases/$caseId/report/$reportId", params: { caseId, reportId: report } });
  };
  return (
    <>
      <MustPoints points={sheet.open} onLeave={onClose} />
      <ReasonPoints
        points={sheet.open}
        reasons={reasons}
        onReason={(key, reason) => setReasons((now) => new Map(now).set(key, reason))}
        onLeave={onClose}
      />
      <ReadBefore opinion={opinion} sheet={sheet} />
      <ImagesPreview opinion={opinion} images={sheet.images} leftOut={sheet.leftOut} />
      {sheet.met > 0 && <p className="signing-met">{t("met", { count: sheet.met })}</p>}
      <p className="signing-covers">{t("covers", { questions: sheet.questions, records: sheet.records })}</p>
      <p className="signing-covers">
        {sheet.toldAtOnce ? t("toldAtOnce") : t("toldFirst", { hearing: sheet.hearing ?? t("notSaid") })}
      </p>
      <SignForm
        key={sheet.signer.name}
        opinion={opinion}
        sheet={sheet}
        reasons={reasons}
        isRead={isRead}
        changed={changed}
        onRead={sayRead}
        onClose={onClose}
        onSigned={signed}
      />
    </>
  );
}
