import { changeGuest, type ConferenceRow, guestsOfCase } from "@consilium/database";
import type { Scope } from "../command/run-command.ts";
import { overAt } from "./conference-limits.ts";

/** Links and devices are good until the conference is over, whenever that is now. Those that were taken back stay so. */
export async function changeGuestTimes(
  { transaction, key, at }: Scope,
  conference: ConferenceRow,
): Promise<void> {
  for (const { id, conferenceId, expiresAt } of await guestsOfCase(transaction, key))
    if (conferenceId === conference.id && expiresAt > at)
      await changeGuest(transaction, id, { expiresAt: overAt(conference) });
}
