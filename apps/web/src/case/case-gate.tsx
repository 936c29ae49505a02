import { closeCodes } from "@consilium/workspace";
import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useEffect, useSyncExternalStore } from "react";
import { useCase } from "./case-context.ts";
import { CaseBrokenOff, CaseGone } from "./case-gone.tsx";
import { caseKey } from "./case-query.ts";

/** The server's last word on the socket: with it everything of the case leaves the screen (SY-20). */
export function CaseGate({ children }: { readonly children: ReactNode }) {
  const { caseId, client } = useCase();
  const queries = useQueryClient();
  const connection = useSyncExternalStore(client.connection.subscribe, client.connection.getSnapshot);
  const code = connection.phase === "ended" ? connection.code : undefined;
  useEffect(() => {
    // A session that is over answers 401, whereupon the app goes to the door and comes back here.
    if (code === closeCodes["session-ended"]) void queries.invalidateQueries({ queryKey: caseKey(caseId) });
  }, [code, queries, caseId]);
  if (connection.phase !== "ended" || code === closeCodes.left) return children;
  if (code === closeCodes["session-ended"]) return null;
  if (code === closeCodes["no-right"] || code === closeCodes["unknown-case"]) {
    return <CaseGone caseId={caseId} />;
  }
  return <CaseBrokenOff reason={connection.reason} />;
}
