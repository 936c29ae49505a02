import type { ConferenceApi, ConferenceNotesApi, GuestApi, RecordingApi } from "@consilium/server/api";
import { queryOptions, useQuery } from "@tanstack/react-query";
import { hc, type InferRequestType, type InferResponseType } from "hono/client";
import { answerOf, inSeat } from "../../case/case-api.ts";
import { useCase } from "../../case/case-context.ts";
import { caseKey } from "../../case/case-query.ts";
import { type CaseRef, useChange } from "../../coordination/coordination-api.ts";

const base = `${location.origin}/api`;
const ofCase = hc<ConferenceApi>(base).cases[":caseId"].conferences;
const one = ofCase[":conferenceId"];
const { notes } = hc<ConferenceNotesApi>(base).cases[":caseId"].conferences[":conferenceId"];
const { guests } = hc<GuestApi>(base).cases[":caseId"].conferences[":conferenceId"];

const { recordings } = hc<RecordingApi>(base).cases[":caseId"].conferences[":conferenceId"];

export type Conferences = InferResponseType<typeof ofCase.$get, 200>;
export type Conference = Conferences["items"][number];
export type Guest = Conference["guests"][number];
export type Called = InferRequestType<typeof ofCase.$post>["json"];
export type When = InferRequestType<typeof one.move.$post>["json"];
export type InvitedGuest = InferRequestType<typeof guests.$post>["json"];

export const conferencesQuery = ({ caseId, seat }: CaseRef) =>
  queryOptions({
    queryKey: caseKey(caseId, "conferences", seat),
    queryFn: ({ signal }) =>
      answerOf(ofCase.$get({ param: { caseId }, ...inSeat(seat) }, { init: { signal } })),
  });

/** The conferences of the case, the latest first. A guest is told of none. */
export function useConferences() {
  const { caseId, seat, detail } = useCase();
  return useQuery({ ...conferencesQuery({ caseId, seat }), enabled: detail.seat.role !== "guest" });
}

export function useConference(conferenceId: string): Conference | undefined {
  const { data } = useConferences();
  return data?.items.find(({ id }) => id === conferenceId);
}

export function useCallConference(onCalled: (conference: string) => void) {
  const { caseId, seat } = useCase();
  return useChange({ caseId }, async (json: Called) => {
    const called = await answerOf(ofCase.$post({ param: { caseId }, json, ...inSeat(seat) }));
    onCalled(called.conference);
  });
}

export function useMoveConference(conferenceId: string, onDone: () => void) {
  const { caseId, seat } = useCase();
  return useChange(
    { caseId },
    (json: When) => answerOf(one.move.$post({ param: { caseId, conferenceId }, json, ...inSeat(seat) })),
    onDone,
  );
}

export function useCancelConference(conferenceId: string, onDone: () => void) {
  const { caseId, seat } = useCase();
  return useChange(
    { caseId },
    () => answerOf(one.cancel.$post({ param: { caseId, conferenceId }, ...inSeat(seat) })),
    onDone,
  );
}

export function useInviteSeats(conferenceId: string, onDone: () => void) {
  const { caseId, seat } = useCase();
  return useChange(
    { caseId },
    (seats: readonly string[]) =>
      answerOf(
        one.invitations.$post({
          param: { caseId, conferenceId },
          json: { seats: [...seats] },
          ...inSeat(seat),
        }),
      ),
    onDone,
  );
}

export function useInviteGuest(conferenceId: string) {
  const { caseId, seat } = useCase();
  return useChange({ caseId }, (json: InvitedGuest) =>
    answerOf(guests.$post({ param: { caseId, conferenceId }, json, ...inSeat(seat) })),
  );
}

/** Another link for a guest; the one before is over. */
export function useRenewLink(conferenceId: string) {
  const { caseId, seat } = useCase();
  return useChange({ caseId }, (guestId: string) =>
    answerOf(guests[":guestId"].link.$post({ param: { caseId, conferenceId, guestId }, ...inSeat(seat) })),
  );
}

export function useWithdrawGuest(conferenceId: string) {
  const { caseId, seat } = useCase();
  return useChange({ caseId }, (guestId: string) =>
    answerOf(guests[":guestId"].$delete({ param: { caseId, conferenceId, guestId }, ...inSeat(seat) })),
  );
}

export function useShareNotes(conferenceId: string) {
  const { caseId, seat } = useCase();
  const asked = { param: { caseId, conferenceId }, ...inSeat(seat) };
  return useChange({ caseId }, (isShared: boolean) =>
    answerOf(isShared ? notes.sharing.$post(asked) : notes.sharing.$delete(asked)),
  );
}

/** When it is, for a calendar. */
export const calendarOf = ({ caseId, seat }: CaseRef, { id }: Pick<Conference, "id">): string =>
  `/api/cases/${caseId}/conferences/${id}/calendar${seat === undefined ? "" : `?seat=${seat}`}`;

export function useEraseRecordings(conferenceId: string, onDone: () => void) {
  const { caseId, seat } = useCase();
  return useChange(
    { caseId },
    () => answerOf(recordings.$delete({ param: { caseId, conferenceId }, ...inSeat(seat) })),
    onDone,
  );
}

/** Where a part of a recording is played from. */
export const recordingAt = ({ caseId, seat }: CaseRef, conferenceId: string, id: string): string =>
  `/api/cases/${caseId}/conferences/${conferenceId}/recordings/${id}${seat === undefined ? "" : `?seat=${seat}`}`;
