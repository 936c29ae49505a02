import { type Entry, nameOfEntry } from "./bundle-index.ts";
import type { Gap, NotUnderstood } from "./import-refusal.ts";
import type { ResourceCount } from "./imported.ts";

const mostIds = 20;
/** Of what is told as it was written. */
const longestWritten = 60;

interface LeftPart {
  readonly type: string;
  readonly part: string;
  readonly gap: Gap;
  readonly id: string;
  readonly written?: string;
}

/** Keeps account of every entry: it is represented, or there is one reason why not. Nothing can be in neither. */
export class Ledger {
  private readonly represented = new Set<Entry>();
  private readonly left = new Map<Entry, Gap>();
  private readonly parts: LeftPart[] = [];

  represent(entry: Entry): void {
    this.represented.add(entry);
    this.left.delete(entry);
  }

  /** Being represented elsewhere weighs more than a reason not to be. */
  leave(entry: Entry, gap: Gap): void {
    if (!this.represented.has(entry) && !this.left.has(entry)) this.left.set(entry, gap);
  }

  /** `written`: what stands there, where a person is to see it. */
  leavePart(entry: Entry, part: string, gap: Gap, written?: string): void {
    const left = { type: entry.type, part, gap, id: nameOfEntry(entry) };
    this.parts.push(written === undefined ? left : { ...left, written: written.slice(0, longestWritten) });
  }

  isRepresented(entry: Entry): boolean {
    return this.represented.has(entry);
  }

  isSettled(entry: Entry): boolean {
    return this.represented.has(entry) || this.left.has(entry);
  }

  notUnderstood(): readonly NotUnderstood[] {
    const whole = Array.from(this.left, ([entry, gap]) => ({
      type: entry.type,
      part: null,
      gap,
      id: nameOfEntry(entry),
      written: undefined,
    }));
    const groups = Map.groupBy(
      [...whole, ...this.parts],
      ({ type, part, gap }) => `${gap} ${type} ${part ?? ""}`,
    );
    return Array.from(groups.values()).flatMap((group) => {
      const [first] = group;
      if (first === undefined) return [];
      const { type, part, gap } = first;
      const ids = group.map(({ id }) => id).filter((id) => id !== "");
      const written = [...new Set(group.flatMap((one) => one.written ?? []))];
      const summed = { type, part, gap, count: group.length, ids: ids.slice(0, mostIds) };
      return [written.length === 0 ? summed : { ...summed, written: written.slice(0, mostIds) }];
    });
  }

  counts(entries: readonly Entry[]): readonly ResourceCount[] {
    return Array.from(
      Map.groupBy(entries, ({ type }) => type),
      ([type, members]) => ({
        type,
        total: members.length,
        represented: members.filter((entry) => this.represented.has(entry)).length,
      }),
    );
  }
}
