import { findOffer, offerOf, settleOffer } from "@consilium/database";
import { ok, refuse, type Result } from "@consilium/foundation";
import type { RefusalReason } from "../api/refusal.ts";
import { type Commander, runCommand } from "../command/run-command.ts";
import type { Services } from "../services.ts";

/** An offer that nobody has accepted is taken back: whom it asked is shown it no longer. */
export const withdrawOffer = (
  services: Services,
  commander: Commander,
  offerId: string,
): Promise<Result<{ withdrawn: string }, RefusalReason>> =>
  runCommand(
    services,
    commander,
    { command: "offer a case, withdraw an offer", changesRights: false },
    async ({ transaction, key, row, at }) => {
      const found = await findOffer(transaction, offerId);
      if (found?.caseId !== row.id) return refuse("no-such-offer");
      if (found.state !== "offered") return refuse("offer-over");
      const change = { state: "withdrawn", answeredAt: at, givenSeatId: null, words: {} } as const;
      await settleOffer(transaction, key, offerOf(key, found), change);
      return ok({ value: { withdrawn: offerId }, act: "offer.withdrawn", subject: offerId });
    },
  );
