import { IconFilePlus } from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { largestFile } from "../case-list/import-file.ts";
import { NotUnderstood } from "../case-list/not-understood.tsx";
import { useCase } from "../case/case-context.ts";
import { caseKey } from "../case/case-query.ts";
import { Banner } from "../design/banner.tsx";
import { Button } from "../design/button.tsx";
import { Dialog } from "../design/dialog.tsx";
import { type Added, type SendEnd, sendResource } from "./send-resource.ts";

/** For who may add records: one FHIR resource from a file. */
export function AddResource() {
  const t = useTranslations("record");
  const { commands } = useCase().detail;
  const [isOpen, setOpen] = useState(false);
  if (!commands.includes("add a record")) return null;
  return (
    <div className="record-rail-add">
      <Button
        size="small"
        icon={<IconFilePlus size="1rem" stroke={1.75} aria-hidden />}
        onClick={() => setOpen(true)}
      >
        {t("add")}
      </Button>
      {isOpen && <AddDialog onClose={() => setOpen(false)} />}
    </div>
  );
}

function AddDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useTranslations("record");
  const { file, choose, end, isSending, send } = useSending();
  if (end?.end === "added") return <AddedDialog added={end.added} onClose={onClose} />;
  const isTooLarge = file !== undefined && file.size > largestFile;
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t("addTitle")}
      actions={
        <>
          <Button onClick={onClose}>{t("leave")}</Button>
          <Button
            look="filled"
            disabled={isSending}
            offReason={file === undefined ? t("chooseFirst") : isTooLarge ? t("tooLarge") : undefined}
            onClick={send}
          >
            {t("addIt")}
          </Button>
        </>
      }
    >
      <label className="record-file">
        <span>{t("addWhat")}</span>
        <input
          type="file"
          accept=".json,application/json,application/fhir+json"
          onChange={({ currentTarget }) => choose(currentTarget.files?.[0])}
        />
      </label>
      {end && <Banner tone="stop" title={end.end === "refused" ? end.sentence : t("unreachable")} />}
    </Dialog>
  );
}

function useSending() {
  const { caseId, seat } = useCase();
  const queries = useQueryClient();
  const [file, setFile] = useState<File>();
  const [end, setEnd] = useState<SendEnd>();
  const [isSending, setSending] = useState(false);
  const sendFile = async (chosen: File) => {
    setSending(true);
    const came = await sendResource(caseId, seat, chosen);
    setSending(false);
    setEnd(came);
    if (came.end === "added") await queries.invalidateQueries({ queryKey: caseKey(caseId) });
  };
  const choose = (chosen: File | undefined) => {
    setEnd(undefined);
    setFile(chosen);
  };
  return { file, choose, end, isSending, send: () => file && void sendFile(file) };
}

/** What became of the file. Whom it says it is about is shown, for a person to compare. */
function AddedDialog({ added, onClose }: { readonly added: Added; readonly onClose: () => void }) {
  const t = useTranslations("record");
  const { patient } = useCase().detail;
  const { records, notUnderstood, subject } = added;
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t("addedTitle")}
      actions={
        <Button look="filled" onClick={onClose}>
          {t("done")}
        </Button>
      }
    >
      <NotUnderstood opened={{ id: "", records: records.length, notUnderstood }} />
      {subject !== null && <p>{t("addedAbout", { subject, patient: patient.name })}</p>}
    </Dialog>
  );
}
