import type { DeliveryState, SentFile } from "./delivery-state.ts";

export interface Totals {
  /** Files of the delivery, those taken out or refused not among them. */
  readonly files: number;
  readonly there: number;
  readonly lost: number;
  readonly refused: number;
  /** Sending or waiting for their turn. */
  readonly moving: number;
  readonly bytes: number;
  readonly sent: number;
}

export function totalsOf({ files }: Pick<DeliveryState, "files">): Totals {
  const totals = { files: 0, there: 0, lost: 0, refused: 0, moving: 0, bytes: 0, sent: 0 };
  for (const { state, bytes, sent } of files) {
    if (state === "refused") totals.refused += 1;
    if (state === "refused" || state === "taken-out") continue;
    totals.files += 1;
    totals.bytes += bytes;
    totals.sent += sent;
    if (state === "there") totals.there += 1;
    else if (state === "lost") totals.lost += 1;
    else if (state !== "paused") totals.moving += 1;
  }
  return totals;
}

/** Whether the server can be told that these are all. */
export const isAllThere = ({ files, there }: Totals): boolean => files > 0 && there === files;

/** Files of one folder, or one file that was chosen by itself. */
export interface SentGroup {
  readonly name: string;
  readonly isFolder: boolean;
  /** Their places in the delivery. */
  readonly places: readonly number[];
}

/** By the first folder of their paths, in the order in which they were chosen; what was not chosen again has no group. */
export function groupFiles(files: readonly SentFile[]): readonly SentGroup[] {
  const groups = new Map<string, { name: string; isFolder: boolean; places: number[] }>();
  for (const [at, { path, state }] of files.entries()) {
    if (path === null || state === "taken-out") continue;
    const end = path.indexOf("/");
    const name = end > 0 ? path.slice(0, end) : path;
    const key = end > 0 ? `${name}/` : name;
    const group = groups.get(key);
    if (group) group.places.push(at);
    else groups.set(key, { name, isFolder: end > 0, places: [at] });
  }
  return [...groups.values()];
}
