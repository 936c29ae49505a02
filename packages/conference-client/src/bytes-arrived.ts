/** Bytes of streams that have arrived, of getStats. */
export function bytesArrived(reports: readonly RTCStatsReport[]): number {
  let sum = 0;
  for (const report of reports)
    for (const entry of report.values()) {
      const bytes: unknown = entry.type === "inbound-rtp" ? entry.bytesReceived : undefined;
      if (typeof bytes === "number") sum += bytes;
    }
  return sum;
}
