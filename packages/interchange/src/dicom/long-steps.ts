/** A place along the normal of a stack, and what lies there. */
export interface Stop {
  readonly place: number;
  /** Null where several pictures lie there, or where it has none. */
  readonly number: number | null;
  /** What was recorded in one go says the same here; null where several pictures lie there. */
  readonly block: string | null;
  /** Where its pictures are looked at. */
  readonly at: readonly number[];
}

interface Step {
  readonly one: Stop;
  readonly next: Stop;
  readonly along: number;
  /** By how much the numbers differ. */
  readonly jump: number | null;
}

export interface LongStep {
  readonly one: Stop;
  readonly next: Stop;
  /** How many would fit in. */
  readonly missing: number;
}

/** Steps from which one may be called usual. */
const fewestSteps = 3;
/** A step this much longer than the usual one is a long one. */
const long = 1.5;
/** How far a step may be from as many usual ones: of a usual one. Closer where the numbers go on as if nothing was missing. */
const nearness = { unnumbered: 0.2, numbered: 0.05 } as const;
/** What still counts as a usual step. */
const usualUpTo = 1.2;

const lowerMedian = (values: readonly number[]): number =>
  values.toSorted((left, right) => left - right)[Math.floor((values.length - 1) / 2)] ?? 0;

const stepsBetween = (stops: readonly Stop[]): readonly Step[] =>
  stops.flatMap((next, index) => {
    const one = stops[index - 1];
    if (one === undefined) return [];
    const jump = one.number === null || next.number === null ? null : Math.abs(next.number - one.number);
    return [{ one, next, along: next.place - one.place, jump }];
  });

/** Long steps at which slices seem to be missing. `stops` lie in their order along the normal. */
export function longSteps(stops: readonly Stop[]): readonly LongStep[] {
  const steps = stepsBetween(stops);
  if (steps.length < fewestSteps) return [];
  const usual = lowerMedian(steps.map(({ along }) => along));
  const usualJump = lowerMedian(steps.flatMap(({ jump }) => jump ?? []));
  const isCounted = ({ jump }: Step) => jump !== null && usualJump > 0 && jump >= long * usualJump;
  const found = steps.filter(
    (step, at) =>
      step.along >= long * usual &&
      (isCounted(step) || isHole(step, { usual, around: [steps[at - 1], steps[at + 1]] })),
  );
  const uncounted = found.filter((step) => !isCounted(step));
  const areBlocks = 2 * uncounted.length >= steps.length || isRepeating(steps, uncounted);
  return found
    .filter((step) => isCounted(step) || !areBlocks)
    .map(({ one, next, along }) => ({ one, next, missing: Math.max(1, Math.round(along / usual) - 1) }));
}

interface Around {
  readonly usual: number;
  readonly around: readonly (Step | undefined)[];
}

/** As long as several usual ones, alone, and within what was recorded in one go: otherwise the slices change their spacing. */
function isHole({ one, next, along, jump }: Step, { usual, around }: Around): boolean {
  const times = along / usual;
  const off = Math.abs(times - Math.round(times));
  if (off > (jump === null ? nearness.unnumbered : nearness.numbered)) return false;
  if (one.block !== next.block) return false;
  return around.every((step) => step === undefined || step.along <= usualUpTo * usual);
}

/** Several stacks of as many slices each, one behind the other. */
function isRepeating(steps: readonly Step[], gaps: readonly Step[]): boolean {
  if (gaps.length < 2) return false;
  const ends = [-1, ...gaps.map((gap) => steps.indexOf(gap)), steps.length];
  const sizes = new Set(ends.slice(1).map((end, at) => end - (ends[at] ?? 0)));
  return sizes.size === 1 && !sizes.has(1);
}
