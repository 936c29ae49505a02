import type { Jobs } from "../jobs/open-jobs.ts";
import { ServerEnds } from "../jobs/server-ends.ts";
import type { Archives, Services } from "../services.ts";
import type { Archive } from "./archive.ts";
import { endRemoved } from "./end-removed.ts";
import { fetchStudy, type PullParts } from "./fetch-study.ts";

export interface PullDesk extends Archives {
  /** Begins to fetch what waits; needs the services that the desk is one of. */
  readonly open: (services: Services) => Promise<void>;
  /** Settles when nothing of it is being fetched any more. */
  readonly stop: (deliveryId: string) => Promise<void>;
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
  const running = new Map<string, { readonly stopping: AbortController; readonly ended: Promise<void> }>();
  let isClosing = false;
  const queueOf = (archive: string) => `fetch-study-${place}-${archive}`;
  const fetchOne = async (services: Services, archive: Archive, name: string, isLast: boolean) => {
    if (isClosing) throw new ServerEnds();
    const [caseId = "", id = ""] = name.split("/");
    const stopping = new AbortController();
    const { promise: ended, resolve: end } = Promise.withResolvers<void>();
    running.set(id, { stopping, ended });
    try {
      await fetchStudy(services, options, { caseId, id, archive, isLast, stopping });
    } catch (cause) {
      if (!isLast || !(cause instanceof ServerEnds)) throw cause;
      // That this server ended is no try of the archive's.
      await jobs.begin(queueOf(archive.id), name);
    } finally {
      running.delete(id);
      end();
    }
  };
  return {
    all: archives,
    pull: ({ caseId }, id, archive) => jobs.begin(queueOf(archive), `${caseId}/${id}`),
    open: async (services) => {
      await endRemoved(services, options);
      for (const archive of archives)
        await jobs.work(queueOf(archive.id), (name, isLast) => fetchOne(services, archive, name, isLast));
    },
    stop: async (deliveryId) => {
      const fetching = running.get(deliveryId);
      fetching?.stopping.abort(new Error("The delivery was cancelled"));
      await fetching?.ended;
    },
    close: () => {
      isClosing = true;
      for (const { stopping } of running.values()) stopping.abort(new ServerEnds());
    },
  };
}
