import { endConferencesOver } from "../conference/end-over.ts";
import { removeErasedRecordings } from "../conference/recording/erase-recordings.ts";
import { stopShowing } from "../conference/stop-showing.ts";
import type { Identity } from "../identity/create-identity.ts";
import type { MailOffice } from "../mail/mail-office.ts";
import { remindOfRequests } from "../remind/remind-of-requests.ts";
import { remindOfUnread } from "../remind/remind-of-unread.ts";
import { tellOverdueClocks } from "../remind/tell-overdue-clocks.ts";
import type { Services } from "../services.ts";
import { escalateUrgent } from "../urgent/escalate-urgent.ts";
import type { Sweep } from "./keep-sweeping.ts";

export interface SweepingRooms {
  readonly identity: Pick<Identity, "forgetExpired">;
  readonly office: Pick<MailOffice, "sweeps">;
}

/** Everything that is looked after every minute. */
export const allSweeps = (services: Services, { identity, office }: SweepingRooms): readonly Sweep[] => [
  { name: "expired-sessions", run: identity.forgetExpired },
  { name: "urgent", run: (now) => escalateUrgent(services, now) },
  { name: "requests", run: (now) => remindOfRequests(services, now) },
  { name: "clocks", run: (now) => tellOverdueClocks(services, now) },
  { name: "conferences", run: () => endConferencesOver(services) },
  { name: "shown", run: () => stopShowing(services) },
  { name: "recordings", run: () => removeErasedRecordings(services) },
  { name: "unread", run: (now) => remindOfUnread(services, now) },
  ...office.sweeps,
];
