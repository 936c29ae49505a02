import { type InventoryItem, isGap, recordsAccess, type Seat, takeInventory } from "@consilium/clinical";
import type { CaseDetails, CaseKey, CaseRow } from "@consilium/database";
import type { z } from "@hono/zod-openapi";
import { recordListOf } from "../programme/record-list.ts";
import { recordOutlines } from "../record/record-outlines.ts";
import type { Services } from "../services.ts";
import type { CaseGap } from "./case-schemas.ts";
import { describeInventory, describeRecordList } from "./describe-inventory.ts";
import type { RequestAnswer } from "./describe-requests.ts";

interface Open {
  readonly row: CaseRow;
  readonly key: CaseKey;
  readonly details: CaseDetails;
}

/**
 * What a case still waits for and what that blocks, as this seat may know: what was asked for, and what the opinion needs and nobody
 * asked for yet. What cannot be had is no longer waited for.
 */
export async function describeGaps(
  services: Services,
  { row, key, details }: Open,
  seat: Seat,
  requests: readonly RequestAnswer[],
): Promise<z.infer<typeof CaseGap>[]> {
  const access = recordsAccess(seat, { ...row, interrupted: row.pausedFrom }, services.now());
  if (!access.read) return [];
  const records = awaitsRecords.has(row.pausedFrom ?? row.state)
    ? await recordOutlines(services.open.database, key, access.withoutRevealing)
    : null;
  const items = takeInventory({
    listed: describeRecordList(await recordListOf(services.open.database, row), seat),
    entries: describeInventory(details, seat),
    requests,
    records: records ?? [],
  });
  // Before it is submitted, and once it is signed, only what somebody asked for is awaited.
  return items.flatMap((item) => gapOf(item, records !== null));
}

const awaitsRecords: ReadonlySet<CaseRow["state"]> = new Set([
  "submitted",
  "gathering-records",
  "ready-for-review",
  "in-review",
]);

function gapOf(item: InventoryItem<RequestAnswer>, isAwaiting: boolean): z.infer<typeof CaseGap>[] {
  const { state, type, absent, request, isNeeded } = item;
  if (!isGap(item) || state === "here" || state === "unavailable" || state === "not-applicable") return [];
  const isAsked = state === "asked";
  if (!isAsked && !(isAwaiting && isNeeded)) return [];
  return [
    {
      what: (isAsked ? request?.what : null) ?? item.what,
      type,
      state,
      absent: [...absent],
      asked: isAsked ? (request?.asked ?? null) : null,
      blocks: request?.why ?? item.blocks,
    },
  ];
}
