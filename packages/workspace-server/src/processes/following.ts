import type { Engine } from "../engine.ts";

/** The cases of which this process hears what the others say: those that somebody here has open. */
export interface Following {
  /** Asked again is nothing new. */
  readonly follow: (caseId: string) => void;
  /** `here`: the cases of which somebody still has something open. */
  readonly leaveEmpty: (here: ReadonlySet<string>) => void;
  /** The bus was away: who came and went meanwhile was not heard. */
  readonly askAgain: () => void;
}

export function createFollowing({ bus }: Pick<Engine, "bus">): Following {
  const followed = new Set<string>();
  const ask = (caseId: string): void => {
    if (bus.carriesPresence) bus.say({ kind: "who", caseId });
  };
  const follow = async (caseId: string): Promise<void> => {
    await bus.follow(caseId);
    ask(caseId); // Not before: the answers would be missed.
  };
  return {
    follow: (caseId) => {
      if (followed.has(caseId)) return;
      followed.add(caseId);
      void follow(caseId);
    },
    leaveEmpty: (here) => {
      for (const caseId of followed) {
        if (here.has(caseId)) continue;
        followed.delete(caseId);
        bus.leave(caseId);
      }
    },
    askAgain: () => {
      for (const caseId of followed) ask(caseId);
    },
  };
}
