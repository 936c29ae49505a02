/** For how many days what is recorded of conferences is kept. */
export interface RecordingSettings {
  readonly days: number;
}

/** `CONSILIUM_RECORDING_DAYS` turns recording on: without it nobody is asked, and nothing is recorded. */
export function readRecordingSettings(
  environment: NodeJS.ProcessEnv,
  problems: string[],
): RecordingSettings | undefined {
  const given = environment["CONSILIUM_RECORDING_DAYS"];
  if (!given) return undefined;
  const days = Number(given);
  if (!Number.isInteger(days) || days < 1 || days > 3650)
    problems.push(
      `CONSILIUM_RECORDING_DAYS is ${given}: it must be a whole number of days, from 1 to 3650, after which a recording is erased.`,
    );
  return { days };
}
