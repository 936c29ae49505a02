import { standardLeads } from "@consilium/clinical";

/** Millimetres of paper a second, and a millivolt. */
export const speeds = [25, 50] as const;
export const gains = [5, 10, 20] as const;
export type Speed = (typeof speeds)[number];
export type Gain = (typeof gains)[number];

/** Three rows of four leads above a strip of lead II, as an ECG is printed; or one lead below the other. */
export type Arrangement = "twelve" | "column";

/** A channel as far as its place on the paper goes. */
export interface SheetChannel {
  readonly name: string;
  /** "uV" is drawn to scale; anything else fills its strip. */
  readonly unit: string;
  /** The lowest and the highest value, in the unit. */
  readonly low: number;
  readonly high: number;
}

export interface Paper {
  /** Of what is seen, millimetres. */
  readonly width: number;
  readonly arrangement: Arrangement;
  readonly speed: Speed;
  readonly gain: Gain;
  /** The moment at the start of the first strip, milliseconds. */
  readonly from: number;
  /** Of the recording, milliseconds. */
  readonly duration: number;
}

/** A stretch of one channel on the paper. Places are millimetres from the paper's upper left corner, moments milliseconds. */
export interface Strip {
  readonly channel: number;
  readonly name: string;
  readonly unit: string;
  readonly left: number;
  readonly width: number;
  readonly top: number;
  readonly height: number;
  /** Where 0 of the unit is. */
  readonly zero: number;
  /** Millimetres up for one of the unit. */
  readonly rise: number;
  readonly from: number;
  readonly to: number;
  /** The first of its row has the calibration pulse before it. */
  readonly isFirst: boolean;
}

export interface Sheet {
  readonly strips: readonly Strip[];
  readonly height: number;
  readonly speed: Speed;
  /** Milliseconds from the beginning of what is seen to its end. */
  readonly seen: number;
}

/** The pulse stands for 1 mV and 200 ms, so its width follows the speed. */
export const pulseWidth = (speed: Speed): number => speed / 5;
const beside = 2;
/** Between the pulse's row and the edges. */
export const marginOf = (speed: Speed): number => pulseWidth(speed) + 2 * beside;

const rowHeights: Readonly<Record<Arrangement, Readonly<Record<Gain, number>>>> = {
  twelve: { 5: 24, 10: 32, 20: 50 },
  column: { 5: 16, 10: 24, 20: 40 },
};
const edge = 3;
const columns = 4;
const rhythmLead = "II";

/** Whether all twelve leads are there. */
export const hasTwelve = (channels: readonly SheetChannel[]): boolean =>
  standardLeads.every((lead) => channels.some(({ name }) => name === lead));

export function layOut(channels: readonly SheetChannel[], paper: Paper): Sheet {
  return paper.arrangement === "twelve" && hasTwelve(channels)
    ? layTwelve(channels, paper)
    : layColumn(channels, paper);
}

/**
 * One moment goes on in the next column, as on paper: the four columns follow one another in time. Where the recording is too
 * short for that, as a median beat is, each begins so early that it shows something.
 */
function layTwelve(channels: readonly SheetChannel[], paper: Paper): Sheet {
  const { room, seen, height } = measuresOf(paper, "twelve");
  const [width, part] = [room / columns, seen / columns];
  const stride = Math.min(part, Math.max(0, paper.duration - part) / (columns - 1));
  const find = (lead: string) => channels.findIndex(({ name }) => name === lead);
  const twelve = standardLeads.map((lead, at) => {
    const [column, row] = [Math.floor(at / 3), at % 3];
    return stripOf(channels, find(lead), paper, {
      left: marginOf(paper.speed) + column * width,
      width,
      top: edge + row * height,
      height,
      from: paper.from + column * stride,
      to: paper.from + column * stride + part,
      isFirst: column === 0,
    });
  });
  const rhythm = stripOf(channels, find(rhythmLead), paper, {
    left: marginOf(paper.speed),
    width: room,
    top: edge + 3 * height,
    height,
    from: paper.from,
    to: paper.from + seen,
    isFirst: true,
  });
  return { strips: [...twelve, rhythm], height: 2 * edge + 4 * height, speed: paper.speed, seen };
}

function layColumn(channels: readonly SheetChannel[], paper: Paper): Sheet {
  const { room, seen, height } = measuresOf(paper, "column");
  const strips = channels.map((_, at) =>
    stripOf(channels, at, paper, {
      left: marginOf(paper.speed),
      width: room,
      top: edge + at * height,
      height,
      from: paper.from,
      to: paper.from + seen,
      isFirst: true,
    }),
  );
  return { strips, height: 2 * edge + channels.length * height, speed: paper.speed, seen };
}

const roomOf = ({ width, speed }: Pick<Paper, "width" | "speed">): number =>
  Math.max(speed / 4, width - marginOf(speed) - beside);

/** Milliseconds of the recording that a paper shows, whatever it begins with. */
export const seenOn = (paper: Pick<Paper, "width" | "speed">): number => (roomOf(paper) / paper.speed) * 1000;

const measuresOf = (paper: Paper, arrangement: Arrangement) => ({
  room: roomOf(paper),
  seen: seenOn(paper),
  height: rowHeights[arrangement][paper.gain],
});

type Place = Pick<Strip, "left" | "width" | "top" | "height" | "from" | "to" | "isFirst">;

function stripOf(channels: readonly SheetChannel[], at: number, { gain }: Paper, place: Place): Strip {
  const { name = "", unit = "", low = 0, high = 0 } = channels[at] ?? {};
  const named = { channel: at, name, unit, ...place };
  if (unit === "uV") {
    return { ...named, rise: gain / 1000, zero: place.top + place.height * zeroAt };
  }
  const range = high - low;
  const rise = range > 0 ? (place.height * filled) / range : 0;
  return { ...named, rise, zero: place.top + place.height / 2 + ((low + high) / 2) * rise };
}

/** R waves are higher than S waves are deep. */
const zeroAt = 0.6;
/** Of its strip, a curve that is not drawn to scale. */
const filled = 0.8;

/** The strip that a place is in; between two the nearer one. */
export function stripAt({ strips }: Sheet, [x, y]: readonly [x: number, y: number]): Strip | undefined {
  const inColumn = strips.filter(({ left, width }) => x >= left && x < left + width);
  const [first = strips[0], ...others] = inColumn;
  return others.reduce(
    (nearest, strip) => (nearest && distance(nearest, y) <= distance(strip, y) ? nearest : strip),
    first,
  );
}

const distance = ({ top, height }: Strip, y: number): number => Math.abs(y - (top + height / 2));

/** A place in a channel: milliseconds, and its unit. */
export type Moment = readonly [ms: number, value: number];

export const momentAt = (strip: Strip, speed: Speed, [x, y]: readonly [x: number, y: number]): Moment => [
  strip.from + ((x - strip.left) / speed) * 1000,
  strip.rise === 0 ? 0 : (strip.zero - y) / strip.rise,
];

export const placeOf = (strip: Strip, speed: Speed, [ms, value]: Moment): readonly [x: number, y: number] => [
  strip.left + ((ms - strip.from) / 1000) * speed,
  strip.zero - value * strip.rise,
];

/** The latest moment that a view may begin with. */
export const lastStart = (duration: number, seen: number): number => Math.max(0, duration - seen);
