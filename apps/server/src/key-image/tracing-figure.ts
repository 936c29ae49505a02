import { buffer } from "node:stream/consumers";
import { decodeSamples, recordSchema, type WaveformGroup } from "@consilium/clinical";
import { findRecord } from "@consilium/database";
import type { FigureSource } from "@consilium/record-import";
import type { Pixel, WaveformAnchor, WaveformMark } from "@consilium/workspace";
import type { Visit } from "../api/api-context.ts";
import { instanceOf, readableSeries } from "../dicomweb/read-study.ts";
import type { Services } from "../services.ts";
import { noMarks } from "./figure-marks.ts";
import type { Figure, LeftOutReason } from "./figure.ts";

type Paper = Extract<FigureSource, { is: "paper" }>;
type Stroke = Paper["strokes"][number];

/** Pixels of a millimetre of the paper. */
const millimetre = 4;
/** As ECGs are printed everywhere: 25 mm a second, 10 mm a millivolt. */
const perSecond = 25 * millimetre;
const perMicrovolt = millimetre / 100;
/** Seconds that fit on one figure, and millivolts to each side of the line; leads below one another. */
const most = { seconds: 8, leads: 12 } as const;
const halfRow = { one: 22 * millimetre, many: 10 * millimetre } as const;

/** A stretch of a recorded curve on squared paper, with what was marked in it. */
export async function tracingFigure(
  services: Services,
  visit: Visit,
  { record: id, sha256, study, series, instance: uid, group: number, mark }: WaveformAnchor,
): Promise<Figure | LeftOutReason> {
  const found = await readableSeries(services, visit, `${study};record=${id}`, series);
  const one = found && instanceOf(found, uid);
  if (!one) return "not-here";
  if (one.sha256 !== sha256) return "changed";
  const { waveform } = one.instance;
  const group = waveform?.is === "placed" ? waveform.groups[number - 1] : undefined;
  const row = await findRecord(services.open.database, visit.key, visit.row.id, found.recordId);
  if (!group || !row) return "none";
  const [start, length] = group.range;
  const file = { id: one.fileId, bytes: one.bytes };
  const bytes = await buffer(services.caseFiles.read(visit.key, file, { start, end: start + length }));
  const drawn = draw(group, decodeSamples(group, bytes), mark);
  if (!drawn) return "none";
  return {
    question: { ...drawn, crop: null, aspect: 1 },
    words: {
      record: recordSchema.parse(row.content),
      is: "tracing",
      series: one.instance.series.number,
      place: null,
      window: null,
      tool: mark?.tool ?? null,
      says: mark?.says ?? null,
    },
  };
}

/** Undefined: it has no such lead. */
function draw(group: WaveformGroup, curves: readonly Float32Array[], mark: WaveformMark | null) {
  const lead = mark?.lead ?? null;
  const leads = group.channels
    .map(({ name, unit }, at) => ({ name, unit, curve: curves[at] ?? new Float32Array() }))
    .filter(({ name }) => lead === null || name === lead)
    .slice(0, most.leads);
  if (leads.length === 0) return undefined;
  const recorded = (1000 * group.length) / group.frequency;
  const { from, to } = stretchOf(mark, recorded);
  const half = leads.length === 1 ? halfRow.one : halfRow.many;
  const width = Math.max(1, Math.round(((to - from) / 1000) * perSecond));
  const height = 2 * half * leads.length;
  const columnOf = (moment: number): number => ((moment - from) / 1000) * perSecond;
  const traces = leads.flatMap(({ curve, unit }, at) =>
    traceOf(curve, {
      frequency: group.frequency,
      from,
      to,
      columnOf,
      rowOf: (value) => (2 * at + 1) * half - (unit === "uV" ? value * perMicrovolt : value),
    }),
  );
  const source: Paper = {
    is: "paper",
    width,
    height,
    strokes: [...squares(width, height), { lines: traces, radius: 0.7, colour: [20, 24, 24] }],
  };
  return {
    source,
    marks: {
      ...noMarks,
      lines: mark ? outlineOf(mark, columnOf, { half, height }) : [],
      plates: [
        ...leads.map(({ name }, at) => ({ at: [0, 2 * at * half] as const, words: name })),
        ...(mark?.says ? [{ at: [columnOf(mark.to), height * 0.75] as const, words: mark.says }] : []),
      ],
    },
  };
}

/** A second to each side of what was marked; else the beginning. */
function stretchOf(mark: WaveformMark | null, recorded: number) {
  const longest = 1000 * most.seconds;
  const from = mark ? Math.max(0, Math.min(mark.from - 1000, recorded - 2000)) : 0;
  const wished = mark ? mark.to + 1000 : longest;
  return { from, to: Math.max(from + 200, Math.min(recorded, from + longest, wished)) };
}

interface Tracing {
  readonly frequency: number;
  readonly from: number;
  readonly to: number;
  readonly columnOf: (moment: number) => number;
  readonly rowOf: (value: number) => number;
}

/** Stretches without what was not recorded. */
function traceOf(curve: Float32Array, { frequency, from, to, columnOf, rowOf }: Tracing) {
  const lines: Pixel[][] = [[]];
  const last = Math.min(curve.length - 1, Math.ceil((to / 1000) * frequency));
  for (let at = Math.max(0, Math.floor((from / 1000) * frequency)); at <= last; at += 1) {
    const value = curve[at] ?? Number.NaN;
    if (Number.isNaN(value)) lines.push([]);
    else lines.at(-1)?.push([columnOf((1000 * at) / frequency), rowOf(value)]);
  }
  return lines.filter(({ length }) => length > 0);
}

/** Millimetres of the paper, each fifth stronger. */
function squares(width: number, height: number): readonly Stroke[] {
  const lines = (step: number): Pixel[][] => [
    ...Array.from({ length: Math.ceil(width / step) }, (_, at): Pixel[] => [
      [at * step, 0],
      [at * step, height],
    ]),
    ...Array.from({ length: Math.ceil(height / step) }, (_, at): Pixel[] => [
      [0, at * step],
      [width, at * step],
    ]),
  ];
  return [
    { lines: lines(millimetre), radius: 0, colour: [248, 222, 222] },
    { lines: lines(5 * millimetre), radius: 0, colour: [232, 176, 176] },
  ];
}

function outlineOf(
  { tool, from, to, amplitude }: WaveformMark,
  columnOf: (moment: number) => number,
  { half, height }: { readonly half: number; readonly height: number },
): readonly (readonly Pixel[])[] {
  const [left, right] = [columnOf(from), columnOf(to)];
  if (tool === "amplitude" && amplitude) {
    const [low, high] = [half - amplitude[0] * perMicrovolt, half - amplitude[1] * perMicrovolt];
    return [
      [
        [left - 8, low],
        [right + 8, low],
      ],
      [
        [left - 8, high],
        [right + 8, high],
      ],
      [
        [(left + right) / 2, low],
        [(left + right) / 2, high],
      ],
    ];
  }
  const edges: Pixel[][] = [left, right].map((column) => [
    [column, 2],
    [column, height - 3],
  ]);
  if (tool === "point") return edges.slice(0, 1);
  const across: Pixel[] = [
    [left, height * 0.75],
    [right, height * 0.75],
  ];
  return [...edges, across];
}
