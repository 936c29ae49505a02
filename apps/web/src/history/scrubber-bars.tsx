import { usePeople } from "../case/case-context.ts";
import type { Scrubber } from "./history-api.ts";

type Bar = Scrubber["bars"][number];

/** Units of the drawing: a bar stands in a box of ten by thirty. */
const boxWidth = 10;
const height = 30;
const least = 4;

/** How much was written when, each person's share in their colour. The slider below it says the same in words. */
export function ScrubberBars({ bars }: { readonly bars: readonly Bar[] }) {
  const most = Math.max(1, ...bars.map(sizeOf));
  return (
    <svg
      className="history-bars"
      viewBox={`0 0 ${Math.max(1, bars.length) * boxWidth} ${height}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {bars.map((bar, at) => (
        <BarOf key={bar.from} bar={bar} at={at} most={most} />
      ))}
    </svg>
  );
}

function BarOf({ bar, at, most }: { readonly bar: Bar; readonly at: number; readonly most: number }) {
  const people = usePeople();
  const size = sizeOf(bar);
  // By the root: a pasted page would leave nothing to see of a changed word.
  const full = least + (height - least) * Math.sqrt(size / most);
  let top = height - full;
  return bar.people.map(({ seats, size: part, edits }) => {
    const [seat = ""] = seats;
    const share = full * ((part + edits) / size);
    const y = top;
    top += share;
    return (
      <rect
        key={seat}
        data-person={people.get(seat)?.colour ?? "slate"}
        x={at * boxWidth + boxWidth * 0.35}
        y={y}
        width={boxWidth * 0.3}
        height={share}
      />
    );
  });
}

const sizeOf = ({ people }: Bar): number => people.reduce((sum, { size, edits }) => sum + size + edits, 0);
