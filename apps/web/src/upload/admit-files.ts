import { type ChosenFile, nameIn } from "./chosen-file.ts";

/** Bytes of one file. */
export const largestFile = 8 * 1024 ** 3;
/** Files of one delivery. */
export const mostFiles = 100_000;

export type LeftOutReason = "empty" | "too-large" | "too-many" | "made-by-computer";

export interface LeftOut {
  readonly path: string;
  readonly bytes: number;
  readonly reason: LeftOutReason;
}

export interface Admitted {
  readonly files: readonly ChosenFile[];
  /** Said before anything is sent. */
  readonly leftOut: readonly LeftOut[];
}

/** What systems lay beside a person's files: nothing of anybody's records. */
const madeByComputer = /(^|\/)(\.DS_Store|\._[^/]*|Thumbs\.db|desktop\.ini)$|(^|\/)__MACOSX\//i;

/** Which of the chosen files are sent. `before`: how many the delivery has already. */
export function admitFiles(chosen: readonly ChosenFile[], before: number): Admitted {
  const files: ChosenFile[] = [];
  const leftOut: LeftOut[] = [];
  for (const one of chosen) {
    const reason = reasonAgainst(one, before + files.length);
    if (reason === undefined) files.push(one);
    else leftOut.push({ path: one.path, bytes: one.file.size, reason });
  }
  return { files, leftOut };
}

function reasonAgainst({ path, file }: ChosenFile, before: number): LeftOutReason | undefined {
  if (madeByComputer.test(path)) return "made-by-computer";
  if (file.size === 0) return "empty";
  if (file.size > largestFile) return "too-large";
  return before >= mostFiles ? "too-many" : undefined;
}

/** The path, or where another file has it already: `letter (2).pdf`. */
export function ownPath(path: string, taken: ReadonlySet<string>): string {
  if (!taken.has(path)) return path;
  const name = nameIn(path);
  const dot = name.lastIndexOf(".");
  const end = dot > 0 ? name.slice(dot) : "";
  const stem = path.slice(0, path.length - end.length);
  for (let number = 2; ; number += 1) {
    const other = `${stem} (${number})${end}`;
    if (!taken.has(other)) return other;
  }
}
