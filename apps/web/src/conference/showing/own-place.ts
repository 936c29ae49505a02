import type { Place } from "@consilium/workspace";

/** Where this seat is in what lies open, as it goes out to the others. */
export interface OwnPlace {
  readonly show: (place: Place | null) => void;
  readonly point: (pointer: Place["pointer"]) => void;
  /** Whether this seat shows what it sees to all. */
  readonly present: (isPresenting: boolean) => void;
}

/** Who shows something shows their pointer too, as long as they are where it is. */
export function createOwnPlace(say: (place: Place | null) => void): OwnPlace {
  let place: Place | null = null;
  let pointer: Place["pointer"];
  let isPresenting = false;
  const tell = () => {
    if (!place || !isPresenting) return say(place);
    say({ ...place, presenting: true, ...(pointer && { pointer }) });
  };
  return {
    show: (next) => {
      if (next?.target !== place?.target) pointer = undefined;
      place = next;
      tell();
    },
    point: (next) => {
      if (pointer === undefined && next === undefined) return;
      pointer = next;
      if (isPresenting && place) tell();
    },
    present: (next) => {
      if (next === isPresenting) return;
      isPresenting = next;
      if (place) tell();
    },
  };
}
