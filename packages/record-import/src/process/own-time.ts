/** A clock that stands while the reading process waits for the server, so that a slow disk fails no file. */
export interface OwnTime {
  /** A request came in; the clock stands until all are answered. */
  readonly asked: () => void;
  readonly answered: () => void;
  /** Another file: it has all the time again. */
  readonly restart: (longest: number) => void;
  readonly stop: () => void;
}

export function ownTime(first: number, onOver: () => void): OwnTime {
  let left = first;
  let since = performance.now();
  let open = 0;
  let timer: NodeJS.Timeout | undefined;

  function run(): void {
    since = performance.now();
    timer = setTimeout(onOver, Math.max(0, left));
  }
  function hold(): void {
    clearTimeout(timer);
    left -= performance.now() - since;
  }
  run();

  return {
    asked: () => {
      if (open === 0) hold();
      open += 1;
    },
    answered: () => {
      open -= 1;
      if (open === 0) run();
    },
    restart: (longest) => {
      clearTimeout(timer);
      left = longest;
      if (open === 0) run();
    },
    stop: () => clearTimeout(timer),
  };
}
