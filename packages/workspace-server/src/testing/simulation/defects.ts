import type { Random } from "@consilium/foundation";
import type { DurableLog } from "../../durable-log/durable-log.ts";
import type { Rights } from "../../session/rights.ts";
import { mayWrite } from "../test-ports.ts";

/** Built in on purpose, to see that the simulation finds it. */
export type Defect = "no-rights" | "lost-commit" | "early-answer" | "wrong-snapshot";

interface SpoiledPorts {
  readonly log: DurableLog;
  readonly rights: Rights;
}

export function spoil(ports: SpoiledPorts, defect: Defect | undefined, random: Random): SpoiledPorts {
  const { log, rights } = ports;
  switch (defect) {
    case undefined:
      return ports;
    case "no-rights":
      return { log, rights: { ...rights, onDocument: () => Promise.resolve(mayWrite) } };
    case "lost-commit":
      return { rights, log: { ...log, append: losing(log, random) } };
    case "early-answer":
      return { rights, log: { ...log, append: answeringEarly(log) } };
    case "wrong-snapshot":
      return {
        rights,
        log: { ...log, storeSnapshot: (one) => log.storeSnapshot({ ...one, sequence: one.sequence + 1 }) },
      };
  }
}

/** Now and then a group is called committed and is not. */
const losing =
  (log: DurableLog, random: Random): DurableLog["append"] =>
  async (groups) => {
    if (random.below(5) > 0) return log.append(groups);
    const heads = await log.heads(groups.map(({ document }) => document));
    return groups.map(({ document }) => ({
      outcome: "ok",
      sequence: (heads.get(document)?.sequence ?? 0) + 1,
    }));
  };

/** The answer does not wait for the commit. */
const answeringEarly =
  (log: DurableLog): DurableLog["append"] =>
  async (groups) => {
    const heads = await log.heads(groups.map(({ document }) => document));
    void log.append(groups);
    return groups.map(({ document }) => ({
      outcome: "ok",
      sequence: (heads.get(document)?.sequence ?? 0) + 1,
    }));
  };
