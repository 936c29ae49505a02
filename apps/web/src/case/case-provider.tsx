import { secureRandom, systemClock } from "@consilium/foundation";
import { createWorkspaceClient, dialBrowserSocket, type WorkspaceClient } from "@consilium/workspace-client";
import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useEffect, useMemo, useReducer, useState } from "react";
import { onDeparture, stayOpen, useDeparture } from "../app/departure.ts";
import { useMe } from "../app/session.ts";
import type { CaseDetail } from "./case-api.ts";
import { CaseContext } from "./case-context.ts";
import { caseKey, fetchKeptKey } from "./case-query.ts";
import { DocumentShelf } from "./document-shelf.ts";
import { peopleBySeat } from "./people.ts";

export interface CaseProviderProps {
  readonly detail: CaseDetail;
  /** As the address names it. */
  readonly seat: string | undefined;
  readonly children: ReactNode;
}

interface Live {
  readonly client: WorkspaceClient;
  readonly shelf: DocumentShelf;
}

/** One socket for the case that is on screen. Nothing is rendered before it is there, or once somebody signs out. */
export function CaseProvider({ detail, seat, children }: CaseProviderProps) {
  const live = useLive(detail.id, detail.seat.id);
  const people = useMemo(() => peopleBySeat(detail.people), [detail.people]);
  const open = useMemo(
    () => live && { caseId: detail.id, seat, detail, people, ...live },
    [live, detail, seat, people],
  );
  const departure = useDeparture();
  if (departure === "leaving" || departure === "signed-out") return null;
  return open && <CaseContext value={open}>{children}</CaseContext>;
}

function useLive(caseId: string, seatId: string): Live | undefined {
  const me = useMe();
  const queries = useQueryClient();
  const [live, setLive] = useState<Live>();
  const [returns, countReturn] = useReducer((times: number) => times + 1, 0);
  useEffect(() => {
    const client = createWorkspaceClient({
      caseId,
      seatId,
      personId: me.id,
      origin: location.origin,
      fetchKey: fetchKeptKey,
      dial: dialBrowserSocket,
      indexedDB: window.indexedDB,
      locks: navigator.locks,
      clock: systemClock,
      random: secureRandom,
      fault: (document, cause) => console.error(document, cause),
    });
    const shelf = new DocumentShelf(client);
    // oxlint-disable-next-line react/set-state-in-effect -- A socket is opened by an effect, and the screen waits for it.
    setLive({ client, shelf });
    const retry = () => client.retryNow();
    window.addEventListener("online", retry);
    const closed = stayOpen();
    const stops = [
      client.onChanged(() => void queries.invalidateQueries({ queryKey: caseKey(caseId) })),
      () => window.removeEventListener("online", retry),
    ];
    const close = () => {
      for (const stop of stops) stop();
      shelf.close();
      client.close();
      closed();
    };
    const stopFollowing = onDeparture((now) => {
      if (now === "leaving") close();
      else if (now === "signed-out") void client.forget();
      else countReturn();
    });
    return () => {
      stopFollowing();
      setLive(undefined);
      close();
    };
  }, [caseId, seatId, me.id, queries, returns]);
  return live;
}
