import { readFileSync } from "node:fs";
import { parseDocumentName, type CaseFacts, type Seat } from "@consilium/clinical";
import { tableBelow } from "@consilium/clinical/testing";

/** What docs/rights.md lets a seat do with the document itself, over a socket. */
export interface PageRights {
  readonly read: boolean;
  readonly write: boolean;
}

const nothing: PageRights = { read: false, write: false };
const reads = (may: boolean): PageRights => ({ read: may, write: false });
const writesUntil = (isPast: boolean): PageRights => ({ read: true, write: !isPast });

const page = readFileSync(new URL("../../../../../docs/rights.md", import.meta.url), "utf8");
const table = tableBelow(page, "Documents");

/**
 * The page read by somebody else than the code whose rights are tried: its table, and the sentences around it. Throws where
 * the page says what nobody here understands.
 */
export function rightsOnPage(document: string, seat: Seat, facts: CaseFacts, now: Date): PageRights {
  const name = parseDocumentName(document);
  const state = facts.state === "paused" ? facts.interrupted : facts.state;
  const hasEnded = seat.to !== null && seat.to <= now;
  if (!name || hasEnded || state === "erased") return nothing;
  if (name.kind === "layer") {
    const isOwn = name.seat === seat.id;
    const isClinician = seat.role === "referrer" || seat.role === "specialist";
    const belongs = name.audience === "everyone" || (name.audience === "clinicians" && isClinician);
    const live = rightsOnPage(name.target, seat, facts, now).read;
    const asVersion = facts.shares.some(({ audience }) => audience === audienceOf(seat));
    if (!(belongs || isOwn) || !(live || (isOwn && asVersion))) return nothing;
    return { read: true, write: isOwn && !isOver(state) };
  }
  const row = table.rows.find(([title]) => title === ("id" in name ? `${name.kind}.id` : name.kind));
  const cell = row?.[table.head.indexOf(columnOf(document, seat, facts))];
  const rights = meaning(cell ?? "", seat, facts, state);
  return isOver(state) ? { ...rights, write: false } : rights;
}

const isOver = (state: string | null): boolean =>
  state === "closed" || state === "declined" || state === "withdrawn";

const audienceOf = ({ role }: Seat): string => (role === "patient" ? "patient" : "care-team");

function columnOf(document: string, seat: Seat, facts: CaseFacts): string {
  if (seat.role === "patient") return "patient, proxy";
  if (seat.role !== "specialist") return seat.role;
  const opinion = facts.opinions.find(({ id }) => document.endsWith(id));
  const writes = opinion ? opinion.authors.includes(seat.id) : seat.mode === "author";
  return writes ? "author" : "other specialist";
}

function meaning(cell: string, seat: Seat, facts: CaseFacts, state: string | null): PageRights {
  const [opinion] = facts.opinions;
  switch (cell) {
    case "-":
      return nothing;
    case "R":
      return reads(true);
    case "W to submission, then R":
      return writesUntil(state !== "draft");
    case "W to signing, then R":
      return writesUntil(opinion?.state === "signed");
    case "R once shared with patient":
    case "R once shared with care team": {
      const live = facts.shares.filter(({ mode }) => mode === "live");
      return reads(live.some(({ audience }) => audience === audienceOf(seat)));
    }
    default:
      throw new Error(`docs/rights.md says “${cell}”, and the simulation does not know what that means.`);
  }
}
