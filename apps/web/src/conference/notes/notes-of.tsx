import "./notes.css";
import { type Evidence, sectionRoot, sectionsOf } from "@consilium/workspace";
import type { Editor } from "@tiptap/core";
import { useMemo, useState } from "react";
import { useTranslations } from "use-intl";
import type { Doc } from "yjs";
import { useCase } from "../../case/case-context.ts";
import type { OpenState } from "../../case/document-state.ts";
import { isFinal } from "../../case/is-final.ts";
import { SavedIndicator } from "../../case/saved-indicator.tsx";
import { useDocument } from "../../case/use-document.ts";
import { SkeletonAfter } from "../../design/skeleton-after.tsx";
import { RemoteSummary } from "../../opinion/remote-summary.tsx";
import { insertEvidence } from "../../record/insert-evidence.ts";
import { LinkEvidence } from "../../record/link-evidence.tsx";
import { useSeenPlaces } from "../../record/seen-places.ts";
import { useConference } from "../calling/conferences-query.ts";
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
        {/* Elsewhere the bar of the case says it. */}
        {mayWrite && isLive && <SavedIndicator />}
      </header>
      {state.phase === "ended" && <NotOpen conferenceId={conferenceId} />}
      {state.phase === "open" && state.synced && <OpenNotes state={state} isLive={isLive} />}
      {(state.phase === "opening" || (state.phase === "open" && !state.synced)) && (
        <SkeletonAfter lines={[40, 92, 86, 30, 94, 70]} />
      )}
      <ShareNotes conferenceId={conferenceId} />
    </section>
  );
}

/** Nothing is kept from anybody by a conference that has not begun. */
function NotOpen({ conferenceId }: Pick<NotesOfProps, "conferenceId">) {
  const t = useTranslations("conferences.notes");
  const isPlanned = useConference(conferenceId)?.state === "scheduled";
  return (
    <p className="conference-notes-closed">
      {isPlanned ? (
        t("notYet")
      ) : (
        <>
          <b>{t("notOpenTitle")}.</b> {t("notOpen")}
        </>
      )}
    </p>
  );
}

function OpenNotes({ state, isLive }: { readonly state: OpenState; readonly isLive: boolean }) {
  const t = useTranslations("conferences.notes");
  const { detail } = useCase();
  const { doc, undo, awareness, onUnbind, mayWrite } = state;
  const openEvidence = useOpenLink(doc, isLive);
  const [linking, linkEvidence] = useState<Editor>();
  const notes = useMemo(
    () => ({ doc, undo, awareness, onUnbind, isEditable: mayWrite, isLive, linkEvidence, openEvidence }),
    [doc, undo, awareness, onUnbind, mayWrite, isLive, openEvidence],
  );
  const nothing = t(isFinal(detail, state.name) ? "nothingForGood" : "nothing");
  return (
    <NotesContext value={notes}>
      {sections.map((section) => (
        <div key={section} className="conference-notes-text">
          <h3>{t(section)}</h3>
          <NotesText
            fragment={doc.getXmlFragment(sectionRoot(section))}
            label={t(section)}
            hint={mayWrite ? t(`${section}Hint`) : nothing}
          />
        </div>
      ))}
      <Decisions />
      <RemoteSummary doc={doc} name={state.name} sections={sections} />
      {linking && <ChooseLink editor={linking} doc={doc} onClose={() => linkEvidence(undefined)} />}
    </NotesContext>
  );
}

const sections = sectionsOf("conference");

interface ChooseLinkProps {
  readonly editor: Editor;
  readonly doc: Doc;
  readonly onClose: () => void;
}

/** Which of the places last looked at the link leads to. */
function ChooseLink({ editor, doc, onClose }: ChooseLinkProps) {
  const { last } = useSeenPlaces();
  const choose = (evidence: Evidence) => {
    onClose();
    insertEvidence(editor, doc, evidence);
  };
  return <LinkEvidence seen={last()} onChoose={choose} onClose={onClose} />;
}
