import type { Incident } from "@consilium/workspace-server";

/** Longest line of an incident: an error may repeat what it was about. */
const longest = 300;

/**
 * For the operator, on one line each, and never a word of a case: what went wrong, where, and how often it was told in the
 * last minute. Refusals are in the audit; here they would be noise that a stranger can make.
 */
export function createIncidentReport(
  write: (line: string) => void,
  now: () => number,
): (incident: Incident) => void {
  const told = new Map<string, number>();
  return (incident) => {
    if (incident.kind === "refused") return;
    const line = describe(incident).slice(0, longest);
    const last = told.get(line);
    if (last !== undefined && now() - last < 60_000) return;
    if (told.size > 1000) told.clear();
    told.set(line, now());
    write(line);
  };
}

function describe(incident: Exclude<Incident, { kind: "refused" }>): string {
  switch (incident.kind) {
    case "failed":
      return `sync: ${incident.what} failed for ${incident.document}: ${words(incident.cause)}`;
    case "clock-conflict":
      return `sync: two texts under one client id in ${incident.document}`;
    case "diverged":
      return `sync: a client of ${incident.document} showed something else at ${incident.sequence}`;
    case "threw":
      return `sync: a handler threw: ${words(incident.cause)}`;
  }
}

const words = (cause: unknown): string =>
  cause instanceof Error ? `${cause.name}: ${cause.message.split("\n")[0] ?? ""}` : "unknown";
