import { type Evidence, evidenceOf, sectionRoot } from "@consilium/workspace";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import type { Editor } from "@tiptap/core";
import { type ReactNode, useCallback, useMemo, useState } from "react";
import { useCase } from "../case/case-context.ts";
import type { LostEvidence } from "../editor/lost-evidence.ts";
import { useDesk } from "../opinion/desk-context.ts";
import { editorBoundTo } from "../thread/editor-at.ts";
import { EvidenceContext, type EvidenceRoom } from "./evidence-context.ts";
import { insertEvidence, useLastEditor } from "./insert-evidence.ts";
import { LinkEvidence } from "./link-evidence.tsx";
import { withRecordBeside } from "./record-beside-text.ts";
import { type CaseRecord, recordsQuery } from "./record-query.ts";
import { useLostLinks } from "./relied-on/use-lost-links.ts";
import { recordToOpen } from "./report-places.ts";
import { useSeenPlaces } from "./seen-places.ts";
import { useDropEvidence } from "./use-drop-evidence.ts";

/** Between a text on the desk and the records beside it: links open records, places of records become links. */
export function EvidenceAround({ children }: { readonly children: ReactNode }) {
  const { doc } = useDesk();
  const { last, see } = useSeenPlaces();
  const [linking, setLinking] = useState<Editor>();
  const room = useRoom(see, setLinking);
  return (
    <EvidenceContext value={room}>
      {children}
      {linking && (
        <LinkEvidence
          seen={last()}
          onChoose={(evidence) => {
            setLinking(undefined);
            insertEvidence(linking, doc, evidence);
          }}
          onClose={() => setLinking(undefined)}
        />
      )}
    </EvidenceContext>
  );
}

function useRoom(see: (evidence: Evidence) => void, startLinking: (editor: Editor) => void): EvidenceRoom {
  const { doc, isEditable, current, name } = useDesk();
  const { evidence: litId } = useSearch({ strict: false });
  const lastEditor = useLastEditor();
  const lost = useLostLinks(doc);
  const open = useOpenEvidence(see, lost);
  // The address names the link only as long as the text is the one that it is in.
  const lit = useMemo(() => (litId === undefined ? undefined : evidenceOf(doc, litId)), [doc, litId]);
  const mayLink = isEditable && name.startsWith("opinion.");
  const link = useCallback((_spot: unknown, editor: Editor) => startLinking(editor), [startLinking]);
  const drop = useCallback(
    (editor: Editor, evidence: Evidence) => {
      see(evidence);
      insertEvidence(editor, doc, evidence);
    },
    [doc, see],
  );
  const drag = useDropEvidence(mayLink ? drop : undefined);
  return useMemo(() => {
    const insert = (evidence: Evidence) => {
      see(evidence);
      const editor = lastEditor() ?? editorBoundTo(doc.getXmlFragment(sectionRoot(current)));
      if (editor) insertEvidence(editor, doc, evidence);
    };
    const linking = mayLink
      ? { link, insert, drag }
      : { link: undefined, insert: undefined, drag: undefined };
    return { open, ...linking, lost, lit };
  }, [doc, current, mayLink, lit, lost, open, see, link, drag, lastEditor]);
}

function useOpenEvidence(see: (evidence: Evidence) => void, lost: LostEvidence): EvidenceRoom["open"] {
  const navigate = useNavigate();
  const whenKnown = useWhenRecordsKnown();
  return useCallback(
    ({ doc }, id) => {
      const evidence = evidenceOf(doc, id);
      if (!evidence || lost.of(id) === "record") return;
      see(evidence);
      whenKnown((records) => {
        const record = recordToOpen(records, evidence.anchor);
        if (record === undefined) return;
        void navigate({
          to: ".",
          search: (now) => ({ ...withRecordBeside(record)(now), evidence: id }),
          resetScroll: false,
        });
      });
    },
    [navigate, see, lost, whenKnown],
  );
}

/** Calls at once where the records are known, or when they are; where they cannot be had, with none. */
function useWhenRecordsKnown(): (act: (records: readonly CaseRecord[]) => void) => void {
  const { caseId, seat } = useCase();
  const client = useQueryClient();
  return useCallback(
    (act) => {
      const query = recordsQuery(caseId, seat);
      const known = client.getQueryData(query.queryKey);
      if (known) act(known);
      else client.ensureQueryData(query).then(act, () => act([]));
    },
    [client, caseId, seat],
  );
}
