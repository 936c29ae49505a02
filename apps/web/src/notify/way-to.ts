import type { Notification } from "./notification-query.ts";

const places = {
  records: "/cases/$caseId/records",
  threads: "/cases/$caseId/threads",
  home: "/cases/$caseId",
} as const;

const placeOf: Partial<Record<Notification["kind"], keyof typeof places>> = {
  "record-asked": "records",
  "request-due": "records",
  "request-overdue": "records",
  "request-answered": "records",
  "thread-asked": "threads",
  "thread-answered": "threads",
};

/** Where one sees what it is about. Whoever sits twice in the case chooses there as whom they come. */
export const wayTo = ({ kind, caseId }: Pick<Notification, "kind" | "caseId">) =>
  ({ to: places[placeOf[kind] ?? "home"], params: { caseId } }) as const;
