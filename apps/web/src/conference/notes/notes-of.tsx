import "./notes.css";
import { sectionRoot } from "@consilium/workspace";
import { useMemo } from "react";
import { useTranslations } from "use-intl";
import type { OpenState } from "../../case/document-state.ts";
import { SavedIndicator } from "../../case/saved-indicator.tsx";
import { useDocument } from "../../case/use-document.ts";
import { SkeletonAfter } from "../../design/skeleton-after.tsx";
import { Decisions } from "./decisions.tsx";
import { NotesContext } from "./notes-context.ts";
import { NotesText } from "./notes-text.tsx";
import { ShareNotes } from "./share-notes.tsx";
import { useOpenLink } from "./use-open-link.ts";

export interface NotesOfProps {
  readonly conferenceId: string;
  readonly isLive: boolean;
}

/** The notes of a conference, as far as this seat may read or write them now. */
export function NotesOf({ conferenceId, isLive }: NotesOfProps) {
  const t = useTranslations("conferences.notes");
  const state = useDocument(`conference.${conferenceId}`);
  const mayWrite = state.phase === "open" && state.mayWrite;
  return (
    <section className="conference-notes" aria-labelledby="conference-notes">
      <header>
        <h2 id="conference-notes">{mayWrite ? t("title") : t("titleRead")}</h2>
        {mayWrite && <SavedIndicator />}
      </header>
      {state.phase === "ended" && (
        <p className="conference-notes-closed">
          <b>{t("notOpenTitle")}.</b> {t("notOpen")}
        </p>
      )}
      {state.phase === "open" && state.synced && <OpenNotes state={state} isLive={isLive} />}
      {(state.phase === "opening" || (state.phase === "open" && !state.synced)) && (
        <SkeletonAfter lines={[40, 92, 86, 30, 94, 70]} />
      )}
      <ShareNotes conferenceId={conferenceId} />
    </section>
  );
}

function OpenNotes({ state, isLive }: { readonly state: OpenState; readonly isLive: boolean }) {
  const t = useTranslations("conferences.notes");
  const { doc, undo, awareness, onUnbind, mayWrite } = state;
  const openEvidence = useOpenLink(doc, isLive);
  const notes = useMemo(
    () => ({ doc, undo, awareness, onUnbind, isEditable: mayWrite, isLive, openEvidence }),
    [doc, undo, awareness, onUnbind, mayWrite, isLive, openEvidence],
  );
  return (
    <NotesContext value={notes}>
      {(["agenda", "notes"] as const).map((section) => (
        <div key={section} className="conference-notes-text">
          <h3>{t(section)}</h3>
          <NotesText
            fragment={doc.getXmlFragment(sectionRoot(section))}
            label={t(section)}
            hint={mayWrite ? t(`${section}Hint`) : t("nothing")}
          />
        </div>
      ))}
      <Decisions />
    </NotesContext>
  );
}
