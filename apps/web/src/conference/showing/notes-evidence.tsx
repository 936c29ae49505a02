import { type Evidence, evidenceOf, sectionRoot } from "@consilium/workspace";
import { useSearch } from "@tanstack/react-router";
import { type ReactNode, useMemo, useState } from "react";
import type { Doc } from "yjs";
import { useDocument } from "../../case/use-document.ts";
import { useLookingTogether } from "../../drawn/looking-together.ts";
import { LostLinks } from "../../editor/lost-evidence.ts";
import { EvidenceContext, type EvidenceRoom } from "../../record/evidence-context.ts";
import { insertEvidence, useLastEditor } from "../../record/insert-evidence.ts";
import { useSeenPlaces } from "../../record/seen-places.ts";
import { editorBoundTo } from "../../thread/editor-at.ts";
import { useConferenceRoom } from "../room-context.ts";

/** Between the record on the stage and the notes beside it: a place that is chosen becomes a link of the notes, and a link lights its place. */
export function NotesEvidence({ children }: { readonly children: ReactNode }) {
  const { conferenceId } = useConferenceRoom();
  const state = useDocument(`conference.${conferenceId}`);
  const doc = state.phase === "open" ? state.doc : undefined;
  const room = useRoom(doc, state.phase === "open" && state.mayWrite);
  return <EvidenceContext value={room}>{children}</EvidenceContext>;
}

function useRoom(doc: Doc | undefined, mayWrite: boolean): EvidenceRoom {
  const { see } = useSeenPlaces();
  const lastEditor = useLastEditor();
  const [lost] = useState(() => new LostLinks());
  const lit = useLitLink(doc);
  return useMemo(() => {
    const insert = (evidence: Evidence) => {
      see(evidence);
      const editor = doc && (lastEditor() ?? editorBoundTo(doc.getXmlFragment(sectionRoot("notes"))));
      if (doc && editor) insertEvidence(editor, doc, evidence);
    };
    return {
      open: () => {},
      link: undefined,
      insert: mayWrite ? insert : undefined,
      drag: undefined,
      lost,
      lit,
    };
  }, [doc, mayWrite, see, lastEditor, lost, lit]);
}

/** The link of the notes that the address names, for who looks by themselves. */
function useLitLink(doc: Doc | undefined): Evidence | undefined {
  const { evidence } = useSearch({ strict: false });
  const isFollowing = useLookingTogether()?.following !== undefined;
  return useMemo(
    () => (doc && evidence !== undefined && !isFollowing ? evidenceOf(doc, evidence) : undefined),
    [doc, evidence, isFollowing],
  );
}
