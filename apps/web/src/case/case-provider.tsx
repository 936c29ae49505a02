import { secureRandom, systemClock } from "@consilium/foundation";
import { createWorkspaceClient, dialBrowserSocket, type WorkspaceClient } from "@consilium/workspace-client";
import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useEffect, useMemo, useState } from "react";
import { onDeparture, stayOpen, useDeparture } from "../app/departure.ts";
import { notificationsKey } from "../notify/notification-query.ts";
import { askBeforeLosing } from "./ask-before-losing.ts";
import type { CaseDetail } from "./case-api.ts";
import { CaseContext } from "./case-context.ts";
import { keySource, refreshCase } from "./case-query.ts";
import { DocumentShelf } from "./document-shelf.ts";
import { peopleBySeat } from "./people.ts";

export interface CaseProviderProps {
  readonly detail: CaseDetail;
  /** As the address names it. */
  readonly seat: string | undefined;
  /** Under which what this browser keeps unsaved is kept. */
  readonly personId: string;
  readonly children: ReactNode;
}

interface Live {
  readonly client: WorkspaceClient;
  readonly shelf: DocumentShelf;
  /** May be called again. What was not saved is kept for the next time. */
  readonly leave: () => void;
}

/** One socket for the case that is on screen. Nothing is rendered before it is there, or once somebody signs out. */
export function CaseProvider({ detail, seat, personId, children }: CaseProviderProps) {
  const live = useLive(detail.id, detail.seat.id, personId);
  const people = useMemo(() => peopleBySeat(detail.people), [detail.people]);
  const open = useMemo(
    () => live && { caseId: detail.id, seat, detail, people, client: live.client, shelf: live.shelf },
    [live, detail, seat, people],
  );
  const departure = useDeparture();
  if (departure === "leaving" || departure === "signed-out") return null;
  return open && <CaseContext value={open}>{children}</CaseContext>;
}

function useLive(caseId: string, seatId: string, personId: string): Live | undefined {
  const queries = useQueryClient();
  const [live, setLive] = useState<Live>();
  useEffect(() => {
    const changed = () => {
      void refreshCase(queries, caseId);
      void queries.invalidateQueries({ queryKey: notificationsKey });
    };
    const enter = () => enterCase(caseId, seatId, personId, changed);
    let entered = enter();
    // oxlint-disable-next-line react/set-state-in-effect -- A socket is opened by an effect, and the screen waits for it.
    setLive(entered);
    const stopFollowing = onDeparture((departure) => {
      if (departure === "leaving") return entered.leave();
      if (departure === "signed-out") return void entered.client.forget();
      entered = enter();
      setLive(entered);
    });
    return () => {
      stopFollowing();
      setLive(undefined);
      entered.leave();
    };
  }, [caseId, seatId, personId, queries]);
  return live;
}

function enterCase(caseId: string, seatId: string, personId: string, changed: () => void): Live {
  const client = createWorkspaceClient({
    caseId,
    seatId,
    personId,
    origin: location.origin,
    ...keySource,
    dial: dialBrowserSocket,
    indexedDB: window.indexedDB,
    locks: navigator.locks,
    clock: systemClock,
    random: secureRandom,
    fault: (document, cause) => console.error(document, cause),
  });
  const shelf = new DocumentShelf(client);
  const retry = () => client.retryNow();
  const doubt = () => client.doubt();
  window.addEventListener("online", retry);
  window.addEventListener("offline", doubt);
  const stopHearing = client.onChanged(changed);
  const stopAsking = askBeforeLosing(() => client.unstored);
  const closed = stayOpen();
  const leave = () => {
    window.removeEventListener("online", retry);
    window.removeEventListener("offline", doubt);
    stopHearing();
    stopAsking();
    shelf.close();
    client.close();
    closed();
  };
  return { client, shelf, leave };
}
