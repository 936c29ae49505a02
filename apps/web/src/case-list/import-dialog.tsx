import "./import-dialog.css";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { Banner } from "../design/banner.tsx";
import { ButtonLink } from "../design/button-link.tsx";
import { Button } from "../design/button.tsx";
import { Dialog } from "../design/dialog.tsx";
import { caseListQuery } from "./case-list-query.ts";
import { FileDrop } from "./file-drop.tsx";
import { importFile, type OpenedCase } from "./import-file.ts";
import { NotUnderstood } from "./not-understood.tsx";

type Step =
  | { readonly at: "choosing"; readonly refusal?: string }
  | { readonly at: "sending"; readonly part: number }
  | { readonly at: "opened"; readonly opened: OpenedCase };

export interface ImportDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** A new case from a FHIR file: choose it, see it arrive, read what became of it. */
export function ImportDialog({ isOpen, onClose }: ImportDialogProps) {
  const importing = useImport();
  const close = () => {
    importing.reset();
    onClose();
  };
  const { step } = importing;
  return step.at === "opened" ? (
    <Opened isOpen={isOpen} onClose={close} opened={step.opened} />
  ) : (
    <Sending isOpen={isOpen} onClose={close} importing={importing} step={step} />
  );
}

function Opened({ isOpen, onClose, opened }: ImportDialogProps & { readonly opened: OpenedCase }) {
  const t = useTranslations("importing");
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      title={t("doneTitle")}
      actions={
        <ButtonLink to="/cases/$caseId" params={{ caseId: opened.id }} look="filled">
          {t("toCase")}
        </ButtonLink>
      }
    >
      <NotUnderstood opened={opened} />
    </Dialog>
  );
}

interface SendingProps extends ImportDialogProps {
  readonly importing: ReturnType<typeof useImport>;
  readonly step: Exclude<Step, { at: "opened" }>;
}

function Sending({ isOpen, onClose, importing: { file, choose, send, reset }, step }: SendingProps) {
  const t = useTranslations("importing");
  const isSending = step.at === "sending";
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      title={t("title")}
      actions={
        <>
          {isSending && <Button onClick={reset}>{t("stop")}</Button>}
          <Button look="filled" disabled={!file || isSending} onClick={() => void send()}>
            {t("start")}
          </Button>
        </>
      }
    >
      {isSending ? <Progress part={step.part} /> : <FileDrop file={file} onChoose={choose} />}
      {!isSending && step.refusal && <Banner tone="stop" title={step.refusal} />}
    </Dialog>
  );
}

function Progress({ part }: { readonly part: number }) {
  const t = useTranslations("importing");
  const done = Math.floor(part * 100);
  const said = part < 1 ? t("uploading", { done }) : t("reading");
  return (
    <div className="import-progress">
      <progress max={100} value={part < 1 ? done : undefined} aria-label={said} />
      <output className="num">{said}</output>
    </div>
  );
}

function useImport() {
  const t = useTranslations("importing");
  const queries = useQueryClient();
  const [file, setFile] = useState<File>();
  const [step, setStep] = useState<Step>({ at: "choosing" });
  const sending = useRef<AbortController>(undefined);
  useEffect(() => () => sending.current?.abort(), []);
  const reset = () => {
    sending.current?.abort();
    sending.current = undefined;
    setFile(undefined);
    setStep({ at: "choosing" });
  };
  const send = async () => {
    if (!file) return;
    const here = new AbortController();
    sending.current = here;
    setStep({ at: "sending", part: 0 });
    const progress = (part: number) => sending.current === here && setStep({ at: "sending", part });
    const done = await importFile(file, { progress, signal: here.signal });
    if (sending.current !== here) return;
    if (done.end === "opened") {
      setStep({ at: "opened", opened: done.opened });
      await queries.invalidateQueries({ queryKey: caseListQuery.queryKey });
    } else setStep({ at: "choosing", refusal: done.end === "refused" ? done.sentence : t("unreachable") });
  };
  const choose = (chosen: File | undefined, refusal?: string) => {
    setFile(chosen);
    setStep({ at: "choosing", ...(refusal !== undefined && { refusal }) });
  };
  return { file, choose, step, send, reset };
}
