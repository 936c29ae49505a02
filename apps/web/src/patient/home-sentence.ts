import type { CaseDetail } from "../case/case-api.ts";

/** What the home says first. Closed: each has its sentence in the catalogue. */
export type HomeSentence = CaseDetail["state"] | "shared" | "nobody";

export type HomeLede =
  | { readonly say: "draft" | "submitted" | "gathering-records" | "no-day" | "signed" | "here" | "over" }
  | { readonly say: "by-day" | "late"; readonly due: Date }
  | { readonly say: "paused"; readonly reason: string };

type Known = Pick<CaseDetail, "state" | "opinions" | "clocks" | "lifecycle">;

/** One sentence for where the case is: a shared draft is news, whoever is still writing. */
export function homeSentence({ state, opinions }: Known, writers: number): HomeSentence {
  if (state === "in-review") {
    if (opinions.length > 0) return "shared";
    return writers > 0 ? "in-review" : "nobody";
  }
  return state === "signed" && opinions.length > 0 ? "delivered" : state;
}

/** What comes next, and by when. */
export function homeLede({ state, opinions, clocks, lifecycle }: Known, now: Date): HomeLede {
  if (opinions.length > 0 && state !== "paused" && state !== "closed") return { say: "here" };
  switch (state) {
    case "draft":
    case "submitted":
    case "gathering-records":
      return { say: state };
    case "ready-for-review":
    case "in-review":
    case "delivered":
    case "follow-up": {
      const clock = clocks.find(({ kind }) => kind === "opinion");
      if (!clock || clock.due === null || clock.state !== "running") return { say: "no-day" };
      const due = new Date(clock.due);
      return { say: due < now ? "late" : "by-day", due };
    }
    case "signed":
      return { say: "signed" };
    case "paused": {
      const reason = lifecycle.findLast(({ event }) => event === "paused")?.note;
      return { say: "paused", reason: reason ?? "" };
    }
    case "closed":
    case "declined":
    case "withdrawn":
    case "erased":
      return { say: "over" };
  }
}
