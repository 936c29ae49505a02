import type { Jobs } from "../jobs/open-jobs.ts";
import type { Archives, Services } from "../services.ts";
import type { Archive } from "./archive.ts";
import { fetchStudy, type PullParts, ServerEnds } from "./fetch-study.ts";

export interface PullDesk extends Archives {
  /** Begins to fetch what waits; needs the services that the desk is one of. */
  readonly open: (services: Services) => Promise<void>;
  /** Whether it was just being fetched: then whoever fetches clears away. */
  readonly stop: (deliveryId: string) => boolean;
  readonly close: () => void;
}

export interface PullDeskOptions extends PullParts {
  /** Of the data folder. */
  readonly place: string;
  readonly jobs: Jobs;
  readonly archives: readonly Archive[];
}

/** Fetches studies, from each archive one after the other: a slow one holds up none but its own. */
export function createPullDesk(options: PullDeskOptions): PullDesk {
  const { place, jobs, archives } = options;
  const running = new Map<string, AbortController>();
  let isClosing = false;
  const queueOf = (archive: string) => `fetch-study-${place}-${archive}`;
  const fetchOne = async (services: Services, archive: Archive, name: string, isLast: boolean) => {
    if (isClosing) throw new ServerEnds();
    const [caseId = "", id = ""] = name.split("/");
    const stopping = new AbortController();
    running.set(id, stopping);
    try {
      await fetchStudy(services, options, { caseId, id, archive, isLast, stopping });
    } catch (cause) {
      if (!isLast || !(cause instanceof ServerEnds)) throw cause;
      // That this server ended is no try of the archive's.
      await jobs.begin(queueOf(archive.id), name);
    } finally {
      running.delete(id);
    }
  };
  return {
    all: archives,
    pull: ({ caseId }, id, archive) => jobs.begin(queueOf(archive), `${caseId}/${id}`),
    open: async (services) => {
      for (const archive of archives)
        await jobs.work(queueOf(archive.id), (name, isLast) => fetchOne(services, archive, name, isLast));
    },
    stop: (deliveryId) => {
      const fetching = running.get(deliveryId);
      fetching?.abort(new Error("The delivery was cancelled"));
      return fetching !== undefined;
    },
    close: () => {
      isClosing = true;
      for (const fetching of running.values()) fetching.abort(new ServerEnds());
    },
  };
}
