import { insertReportLink } from "@consilium/database";
import { ok, refuse, type Result } from "@consilium/foundation";
import type { Visit } from "../api/api-context.ts";
import type { RefusalReason } from "../api/refusal.ts";
import { commanderOf } from "../api/route-parts.ts";
import { runCommand } from "../command/run-command.ts";
import { findReport } from "../report/find-reports.ts";
import type { Services } from "../services.ts";
import { newPasscode, newToken, passcodeHash, tokenHash } from "./secrets-of-links.ts";

export interface LinkWish {
  readonly reportId: string;
  /** For whom, in the words of who makes it. */
  readonly madeFor: string;
  readonly days: number;
}

/** Both are told once, to whoever made the link; the server keeps neither. */
export interface MadeLink {
  readonly id: string;
  readonly token: string;
  readonly passcode: string;
}

const day = 86_400_000;

/** A way to one report, for somebody without an account. */
export async function makeLink(
  services: Services,
  visit: Visit,
  { reportId, madeFor, days }: LinkWish,
): Promise<Result<MadeLink, RefusalReason>> {
  const found = await findReport(services, visit, reportId);
  if (!found.ok) return found;
  if (madeFor.trim() === "") return refuse("reason-needed");
  const [token, passcode] = [newToken(), newPasscode()];
  const hashed = await passcodeHash(passcode);
  const kind = { command: "share a report by a link", changesRights: false } as const;
  return runCommand(services, commanderOf(visit), kind, async ({ transaction, row, seat, key, at }) => {
    if (found.value.state !== "current") return refuse("not-now");
    const id = services.createId();
    await insertReportLink(transaction, key, {
      id,
      organisationId: row.organisationId,
      caseId: row.id,
      reportId,
      seatId: seat.id,
      at,
      tokenHash: tokenHash(token),
      passcodeHash: hashed,
      expiresAt: new Date(at.getTime() + days * day),
      madeFor: madeFor.trim(),
    });
    return ok({
      value: { id, token, passcode },
      act: "link.made",
      subject: reportId,
      body: { link: id, days },
    });
  });
}
