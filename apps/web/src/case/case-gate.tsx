import { closeCodes } from "@consilium/workspace";
import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useEffect, useSyncExternalStore } from "react";
import { useCase } from "./case-context.ts";
import { CaseBrokenOff, CaseGone } from "./case-gone.tsx";
import { caseKey } from "./case-query.ts";
import { WordsOfPage } from "./left-words.tsx";

export interface CaseGateProps {
  /** The server's sentence, where it refused to be asked about the case before it closed the socket. */
  readonly ended: string | undefined;
  readonly children: ReactNode;
}

/**
 * The server's last word: with it everything of the case leaves the screen (SY-20). The documents of this page stay until they
 * have heard it too, because only then it is certain what of them was not saved.
 */
export function CaseGate({ ended, children }: CaseGateProps) {
  const { caseId, client, shelf } = useCase();
  const queries = useQueryClient();
  const connection = useSyncExternalStore(client.connection.subscribe, client.connection.getSnapshot);
  const code = connection.phase === "ended" ? connection.code : undefined;
  useEffect(() => {
    // A session that is over answers 401, whereupon the app goes to the door and comes back here.
    if (code === closeCodes["session-ended"]) void queries.invalidateQueries({ queryKey: caseKey(caseId) });
  }, [code, queries, caseId]);
  const isGone = code === closeCodes["no-right"] || code === closeCodes["unknown-case"];
  if (ended !== undefined || isGone) {
    return (
      <CaseGone caseId={caseId} sentence={ended}>
        <WordsOfPage shelf={shelf} />
      </CaseGone>
    );
  }
  if (connection.phase !== "ended" || code === closeCodes.left) return children;
  if (code === closeCodes["session-ended"]) return null;
  return <CaseBrokenOff reason={connection.reason} />;
}
