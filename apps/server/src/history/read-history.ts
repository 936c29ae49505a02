import { documentId, type PersonSeat, seatsOfCases, sharesOfCase, versionsOf } from "@consilium/database";
import { ok, refuse, type Result } from "@consilium/foundation";
import {
  activity,
  difference,
  type HistoryReplay,
  itemDifferences,
  referenceNames,
  sectionsOf,
  summarise,
  timeline,
  wordsByPerson,
} from "@consilium/workspace";
import type { z } from "@hono/zod-openapi";
import type { Visit } from "../api/api-context.ts";
import type { RefusalReason } from "../api/refusal.ts";
import type { Services } from "../services.ts";
import type { DocumentHistories } from "./document-histories.ts";
import { historySince } from "./history-access.ts";
import type { BarAnswer, DifferenceAnswer, FlagAnswer, StepAnswer } from "./history-schemas.ts";

export interface HistoryServices extends Services {
  readonly histories: DocumentHistories;
}

interface Opened {
  readonly history: HistoryReplay;
  readonly since: number;
}

async function openHistory(
  services: HistoryServices,
  visit: Visit,
  opinionId: string,
): Promise<Result<Opened, RefusalReason>> {
  const since = historySince(visit, opinionId, services.now());
  if (!since.ok) return since;
  const history = await services.histories.of(documentId(visit.row.id, `opinion.${opinionId}`));
  return ok({ history, since: since.value });
}

export interface TimelineQuery {
  readonly after: number;
  readonly section: string | undefined;
  readonly limit: number;
}

/** Readable steps, the oldest first. */
export async function readTimeline(
  services: HistoryServices,
  visit: Visit,
  opinionId: string,
  { after, section, limit }: TimelineQuery,
): Promise<Result<{ items: z.infer<typeof StepAnswer>[]; next: number | null }, RefusalReason>> {
  const opened = await openHistory(services, visit, opinionId);
  if (!opened.ok) return opened;
  const { history, since } = opened.value;
  const place = section === undefined ? {} : { place: `s.${section}` };
  const page = timeline(history, { after, since, limit, ...place });
  const items = page.steps.map(
    ({ personId: _person, seatId, at, until, words, places, fields, ...step }) => ({
      ...step,
      seat: seatId,
      at: new Date(at).toISOString(),
      until: new Date(until).toISOString(),
      words: words ?? null,
      places: [...places],
      fields: [...fields],
    }),
  );
  return ok({ items, next: page.next ?? null });
}

export interface Scrubber {
  readonly first: number;
  readonly last: number;
  readonly bars: z.infer<typeof BarAnswer>[];
  readonly flags: z.infer<typeof FlagAnswer>[];
}

/** The bars over the slider and the flags above them. */
export async function readScrubber(
  services: HistoryServices,
  visit: Visit,
  opinionId: string,
  bars: number,
): Promise<Result<Scrubber, RefusalReason>> {
  const opened = await openHistory(services, visit, opinionId);
  if (!opened.ok) return opened;
  const { history, since } = opened.value;
  const seats = await seatsOfCases(services.open.database, [visit.row.id]);
  return ok({
    first: since,
    last: history.sequence(),
    bars: activity(history, { bars, since }).map((bar) => ({
      ...bar,
      at: new Date(bar.at).toISOString(),
      until: new Date(bar.until).toISOString(),
      people: bar.people.map(({ personId, edits, size }) => ({
        seats: seatsOf(seats, personId),
        edits,
        size,
      })),
    })),
    flags: (await readFlags(services, visit, opinionId)).filter(({ sequence }) => sequence >= since),
  });
}

const seatsOf = (seats: readonly PersonSeat[], person: string): string[] =>
  seats.filter(({ personId }) => personId === person).map(({ id }) => id);

async function readFlags(
  services: Services,
  { row, key }: Visit,
  opinionId: string,
): Promise<z.infer<typeof FlagAnswer>[]> {
  const document = documentId(row.id, `opinion.${opinionId}`);
  const versions = await versionsOf(services.open.database, key, document);
  const shares = await sharesOfCase(services.open.database, row.id);
  const flags = [
    ...versions.map(({ sequence, at, seatId, name }) => ({
      kind: "version" as const,
      sequence,
      at,
      by: seatId,
      name,
    })),
    ...shares
      .filter((share) => share.documentId === document)
      .map(({ fromSequence, at, seatId, audience }) => ({
        kind: "share" as const,
        sequence: fromSequence,
        at,
        by: seatId,
        name: audience,
      })),
  ];
  return flags
    .toSorted((one, other) => one.at.getTime() - other.at.getTime())
    .map((flag) => ({ ...flag, at: flag.at.toISOString() }));
}

export interface Span {
  readonly from: number;
  readonly to: number;
  /** Only this section; else all that changed, and from n to n all there is. */
  readonly section: string | undefined;
}

export async function readDifference(
  services: HistoryServices,
  visit: Visit,
  opinionId: string,
  { from, to, section }: Span,
): Promise<Result<z.infer<typeof DifferenceAnswer>, RefusalReason>> {
  const opened = await openHistory(services, visit, opinionId);
  if (!opened.ok) return opened;
  const { history, since } = opened.value;
  if (from < since || to < from || to > history.sequence()) return refuse("no-such-moment");
  const seats = await seatsOfCases(services.open.database, [visit.row.id]);
  const changed = new Set(summarise(history, from, to).sections.map((summary) => summary.section));
  const wanted =
    section === undefined ? sectionsOf("opinion") : sectionsOf("opinion").filter((name) => name === section);
  const sections = wanted.map((name) => {
    const nodes = difference(history, from, to, { section: name });
    const words = wordsByPerson(nodes).map(({ personId, ...count }) => ({
      seats: seatsOf(seats, personId),
      ...count,
    }));
    return { section: name, changed: changed.has(name), nodes, words };
  });
  const items = section === undefined ? itemDifferences(history, from, to) : [];
  const nodes = sections.flatMap((shown) => shown.nodes);
  return ok({
    from,
    to,
    fromAt: momentOf(history, from),
    toAt: momentOf(history, to),
    sections,
    items,
    references: referenceNames(history, from, to, { nodes, items }),
  });
}

/** When the last row up to that sequence was written; null before the first. */
function momentOf({ tables: { rows } }: HistoryReplay, sequence: number): string | null {
  const row = rows.sequences.findLastIndex((found) => found <= sequence);
  const at = rows.times[row];
  return at === undefined ? null : new Date(at).toISOString();
}
