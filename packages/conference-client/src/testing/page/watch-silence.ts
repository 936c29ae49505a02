import { bytesArrived } from "../../bytes-arrived.ts";
import { nextStep, type Silence, type SilenceAct } from "../../silence.ts";

export interface Watched {
  readonly count: () => Promise<readonly RTCStatsReport[] | undefined>;
  /** Whether somebody sends sound: something arrives all the time then. */
  readonly expectsSome: () => boolean;
  readonly act: (act: SilenceAct) => void;
}

/** Once a second, as the app does it. */
export function watchSilence({ count, expectsSome, act }: Watched): void {
  let silence: Silence = { seconds: 0 };
  let before = 0;
  const look = async (): Promise<void> => {
    const reports = await count();
    if (!reports) return;
    const arrived = bytesArrived(reports);
    const step = nextStep(silence, expectsSome() && arrived <= before);
    ({ silence } = step);
    before = arrived;
    if (step.act) act(step.act);
  };
  // The ways were closed while they were counted: the next time tells.
  setInterval(() => void look().catch(() => undefined), 1000);
}
