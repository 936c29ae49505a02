import { onDeparture } from "../app/departure.ts";
import { askBeforeLosing } from "../case/ask-before-losing.ts";

/** What a form holds, by field. */
export type Fields<Name extends string = string> = Readonly<Record<Name, string>>;

/** As it stands on the server; version 0: nothing of the programme's own. */
export interface Kept<Name extends string = string> {
  readonly version: number;
  readonly fields: Fields<Name>;
}

/** What somebody changed and has not saved. */
export interface Begun<Name extends string = string> {
  /** What they had before them when they began. */
  readonly on: Kept<Name>;
  /** Only the fields that they changed. */
  readonly mine: Readonly<Partial<Record<Name, string>>>;
}

const begun = new Map<string, Begun>();
const listeners = new Set<() => void>();
let isListening = false;

/** Of one form of one person, as long as the tab lives and nobody signs out. */
export const begunAt = (place: string): Begun | undefined => begun.get(place);

export const begunPlaces = (): readonly string[] => [...begun.keys()];

export function followBegun(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** Undefined: nothing any more. */
export function keepBegun(place: string, now: Begun | undefined): void {
  listen();
  if (now) begun.set(place, now);
  else begun.delete(place);
  for (const listener of listeners) listener();
}

function listen(): void {
  if (isListening) return;
  isListening = true;
  askBeforeLosing(() => begun.size);
  onDeparture((departure) => {
    if (departure === "signed-out") begun.clear();
  });
}

const namesOf = <Name extends string>(fields: Readonly<Partial<Record<Name, string>>>): readonly Name[] =>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Made here, with these names alone.
  Object.keys(fields) as Name[];

/** With a change. What is as it was when they began is no change; nothing left is nothing begun. */
export function withChange<Name extends string>(
  before: Begun<Name> | undefined,
  kept: Kept<Name>,
  change: Partial<Record<Name, string>>,
): Begun<Name> | undefined {
  const on = before?.on ?? kept;
  const all: Partial<Record<Name, string>> = { ...before?.mine, ...change };
  const mine: Partial<Record<Name, string>> = {};
  for (const name of namesOf(all))
    if (all[name] !== on.fields[name] || all[name] !== kept.fields[name]) mine[name] = all[name];
  return namesOf(mine).length === 0 ? undefined : { on, mine };
}

/** Without what they changed in one field: there the other's words count. */
export function withoutMine<Name extends string>(
  before: Begun<Name>,
  name: NoInfer<Name>,
): Begun<Name> | undefined {
  const { [name]: _mine, ...others } = before.mine;
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- All but one of the same names.
  const mine = others as Readonly<Partial<Record<Name, string>>>;
  return namesOf(mine).length === 0 ? undefined : { on: before.on, mine };
}

/** What the form shows: mine where I changed something, else what stands there now, also when somebody else changed it meanwhile. */
export const shownOf = <Name extends string>(
  now: Begun<Name> | undefined,
  kept: Kept<Name>,
): Fields<Name> => ({ ...kept.fields, ...now?.mine });

/** The fields that both changed, each in another way. */
export const clashesOf = <Name extends string>(
  now: Begun<Name> | undefined,
  kept: Kept<Name>,
): readonly Name[] =>
  now === undefined || now.on.version === kept.version
    ? []
    : namesOf(now.mine).filter(
        (name) => kept.fields[name] !== now.on.fields[name] && kept.fields[name] !== now.mine[name],
      );
