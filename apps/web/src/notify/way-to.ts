import type { Notification } from "./notification-query.ts";

const onRecords: ReadonlySet<Notification["kind"]> = new Set([
  "record-asked",
  "request-due",
  "request-overdue",
  "request-answered",
  "request-withdrawn",
  "record-came",
  "request-locked",
  "request-silent",
]);
const onThread: ReadonlySet<Notification["kind"]> = new Set(["thread-asked", "thread-answered"]);

const onConference: ReadonlySet<Notification["kind"]> = new Set([
  "conference-called",
  "conference-moved",
  "conference-cancelled",
]);

/** Where one sees what it is about. Whoever sits twice in the case chooses there as whom they come. */
export function wayTo({ kind, caseId, subject }: Pick<Notification, "kind" | "caseId" | "subject">) {
  if (onThread.has(kind))
    return { to: "/cases/$caseId/threads/$threadId", params: { caseId, threadId: subject } } as const;
  if (onConference.has(kind)) {
    const params = { caseId, conferenceId: subject };
    return { to: "/cases/$caseId/conferences/$conferenceId", params } as const;
  }
  if (kind === "addendum-signed")
    return { to: "/cases/$caseId/report/$reportId", params: { caseId, reportId: subject } } as const;
  // Whoever is offered a case has no place in it yet: offers stand above their list.
  if (kind === "case-offered") return { to: "/cases", params: {} } as const;
  const to = onRecords.has(kind) ? "/cases/$caseId/records" : "/cases/$caseId";
  return { to, params: { caseId } } as const;
}
