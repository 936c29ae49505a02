import "./upload.css";
import { IconFolderOpen } from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import { useEffect, useEffectEvent, useState } from "react";
import { useTranslations } from "use-intl";
import { useCase } from "../case/case-context.ts";
import { useCaseDeliveries, useMayAdd } from "./use-case-deliveries.ts";
import { entriesOf, walkDrop } from "./walk-drop.ts";

/** Files and folders that are dropped anywhere on the page are handed over; for who may add some. */
export function DropAnywhere() {
  return useMayAdd() ? <Dropping /> : null;
}

function Dropping() {
  const t = useTranslations("delivery");
  const { caseId, detail } = useCase();
  const deliveries = useCaseDeliveries();
  const navigate = useNavigate();
  const take = useEffectEvent((data: DataTransfer) => {
    // Before anything is waited for: after the event the drop is empty.
    const entries = entriesOf(data);
    const walk = async () => {
      const { files, ...rest } = await walkDrop(entries);
      await deliveries.add(files, rest);
    };
    void walk();
    void navigate({ to: "/cases/$caseId/records/add", params: { caseId } });
  });
  const isOver = useFilesOver((data) => take(data));
  if (!isOver) return null;
  return (
    <output className="upload-drop">
      <IconFolderOpen size="2.5rem" stroke={1.5} aria-hidden />
      <b>{t("letGo", { name: detail.patient.name })}</b>
      <span>{t("letGoMore")}</span>
    </output>
  );
}

/** Whether files are held over the page. What else is dragged is not ours. */
function useFilesOver(onDrop: (data: DataTransfer) => void): boolean {
  const [isOver, setOver] = useState(false);
  const drop = useEffectEvent(onDrop);
  useEffect(() => {
    const listening = new AbortController();
    const { signal } = listening;
    const on = (kind: "dragenter" | "dragover" | "dragleave" | "drop", act: (event: DragEvent) => void) =>
      window.addEventListener(kind, (event) => hasFiles(event) && act(event), { signal });
    const hold = (event: DragEvent) => {
      event.preventDefault();
      setOver(true);
    };
    on("dragenter", hold);
    on("dragover", hold);
    on("dragleave", ({ relatedTarget }) => relatedTarget === null && setOver(false));
    on("drop", (event) => {
      event.preventDefault();
      setOver(false);
      if (event.dataTransfer) drop(event.dataTransfer);
    });
    return () => listening.abort();
  }, []);
  return isOver;
}

const hasFiles = ({ dataTransfer }: DragEvent): boolean => dataTransfer?.types.includes("Files") ?? false;
