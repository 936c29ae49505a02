import { queryOptions, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useSyncExternalStore } from "react";
import { useMe } from "../app/session.ts";
import { inSeat } from "../case/case-api.ts";
import { useCase } from "../case/case-context.ts";
import { caseKey } from "../case/case-query.ts";
import type { CaseDeliveries, HandingOver } from "./case-deliveries.ts";
import { deliveriesInTab } from "./deliveries-in-tab.ts";
import { createDeliveryApi, type Delivery, type DeliveryApi } from "./delivery-api.ts";

/** Milliseconds between two looks at a delivery that is read. */
const rhythm = 2_000;

/** Whether this seat may hand over records to the case. */
export const useMayAdd = (): boolean => useCase().detail.commands.includes("add a record");

/** Only where this seat may add. */
export function useCaseDeliveries(): CaseDeliveries {
  const { caseId, seat, detail } = useCase();
  const me = useMe();
  return deliveriesInTab({
    api: createDeliveryApi(caseId, seat),
    place: [me.id, caseId, detail.seat.id].join("/"),
    way: { endpoint: "/api/uploads", headers: { ...inSeat(seat).header }, meta: { caseId } },
  });
}

/** What this seat asks about deliveries of the case. */
export function useDeliveryApi(): DeliveryApi {
  const { caseId, seat } = useCase();
  return createDeliveryApi(caseId, seat);
}

export const useHandingOver = ({ view }: CaseDeliveries): HandingOver =>
  useSyncExternalStore(view.subscribe, view.getSnapshot);

const deliveriesQuery = (caseId: string, seat: string | undefined) =>
  queryOptions({
    queryKey: caseKey(caseId, "deliveries", seat),
    queryFn: ({ signal }) => createDeliveryApi(caseId, seat).list(signal),
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data?.some(isUnderWay) ? rhythm : false),
  });

export const isBeingRead = ({ state }: Pick<Delivery, "state">): boolean =>
  state === "waiting" || state === "reading";

/** It goes on by itself. */
export const isUnderWay = (delivery: Delivery): boolean =>
  isBeingRead(delivery) || (delivery.state === "arriving" && delivery.source !== null);

/** What was handed over to the case, newest first. Records that came of it are fetched as soon as it is read. */
export function useDeliveries(): readonly Delivery[] | undefined {
  const { caseId, seat } = useCase();
  const queries = useQueryClient();
  const { data } = useQuery(deliveriesQuery(caseId, seat));
  const done = data?.filter(({ state }) => state === "done").length;
  const before = useRef(done);
  useRefreshAtTurns();
  useEffect(() => {
    const isMore = before.current !== undefined && done !== undefined && done > before.current;
    before.current = done;
    if (isMore) void queries.invalidateQueries({ queryKey: caseKey(caseId, "records") });
  }, [done, caseId, queries]);
  return data;
}

/** When a delivery of this tab has begun or ended, the list is asked for again. */
function useRefreshAtTurns(): void {
  const { caseId } = useCase();
  const queries = useQueryClient();
  const { state, ended } = useHandingOver(useCaseDeliveries());
  const id = state?.id;
  const before = useRef({ id, ended });
  useEffect(() => {
    const isTurn = before.current.id !== id || before.current.ended !== ended;
    before.current = { id, ended };
    if (isTurn) void queries.invalidateQueries({ queryKey: caseKey(caseId, "deliveries") });
  }, [id, ended, caseId, queries]);
}

/** What became of each file of a delivery, and whom it asks about. */
export function useOneDelivery(delivery: Delivery, isWanted: boolean) {
  const { caseId, seat } = useCase();
  const { id, state } = delivery;
  return useQuery({
    queryKey: caseKey(caseId, "deliveries", seat, id, state),
    queryFn: ({ signal }) => createDeliveryApi(caseId, seat).one(id, signal),
    enabled: isWanted,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** After something was done to a delivery: the list is asked for again. */
export function useRefreshDeliveries(): () => Promise<void> {
  const { caseId } = useCase();
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: caseKey(caseId, "deliveries") });
}
