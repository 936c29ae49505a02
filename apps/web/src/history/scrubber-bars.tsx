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
  return sharesOf(bar, most).map(({ seat, top, share }) => (
    <rect
      key={seat}
      data-person={people.get(seat)?.colour ?? "slate"}
      x={at * boxWidth + boxWidth * 0.35}
      y={top}
      width={boxWidth * 0.3}
      height={share}
    />
  ));
}

/** The people of a bar, one above another. By the root: a pasted page would leave nothing to see of a changed word. */
function sharesOf(bar: Bar, most: number) {
  const size = sizeOf(bar);
  const full = least + (height - least) * Math.sqrt(size / most);
  const parts = bar.people.map((person) => ({
    seat: person.seats[0] ?? "",
    share: full * ((person.size + person.edits) / size),
  }));
  return parts.map((part, at) => ({
    ...part,
    top: height - full + parts.slice(0, at).reduce((sum, { share }) => sum + share, 0),
  }));
}

const sizeOf = ({ people }: Bar): number => people.reduce((sum, { size, edits }) => sum + size + edits, 0);
