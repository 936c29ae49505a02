import { array, boolean, int, nullable, object, safeParse, string, type output } from "zod/mini";

/** A file as this device remembers it: no name, only what knows it again. */
const KeptFile = object({
  delivery: string(),
  id: string(),
  bytes: int(),
  url: nullable(string()),
  isThere: boolean(),
});
export type KeptFile = output<typeof KeptFile>;

const KeptDelivery = object({ place: string(), id: string() });

/** A delivery that was under way when the page was left. */
export interface KeptDelivery {
  readonly id: string;
  readonly files: readonly KeptFile[];
}

/** Remembers deliveries that are under way, so that a page that is loaded again goes on with them. */
export interface DeliveryStore {
  readonly find: () => Promise<KeptDelivery | undefined>;
  readonly keep: (id: string) => Promise<void>;
  readonly keepFiles: (files: readonly KeptFile[]) => Promise<void>;
  readonly forget: (id: string) => Promise<void>;
}

const name = "consilium-deliveries";

/** `place`: whose delivery, in which case and seat. Where this device keeps nothing, nothing is remembered. */
export function openDeliveryStore(factory: IDBFactory, place: string): DeliveryStore {
  const within = createAccess(factory);
  return {
    find: async () => {
      const found = safeParse(KeptDelivery, await within("readonly", (all) => all.get(place)));
      if (!found.success) return undefined;
      const { id } = found.data;
      const kept = await within("readonly", (_all, files) => files.getAll(filesOf(id)));
      const files = safeParse(array(KeptFile), kept);
      return { id, files: files.success ? files.data : [] };
    },
    keep: async (id) => void (await within("readwrite", (all) => all.put({ place, id }))),
    keepFiles: async (kept) => {
      await within("readwrite", (_all, files) => {
        for (const file of kept) files.put(file);
        return undefined;
      });
    },
    forget: async (id) => {
      await within("readwrite", (all, files) => {
        all.delete(place);
        return files.delete(filesOf(id));
      });
    },
  };
}

type Access = (
  mode: IDBTransactionMode,
  act: (deliveries: IDBObjectStore, files: IDBObjectStore) => { readonly result: unknown } | undefined,
) => Promise<unknown>;

/** Undefined where the store is full or forbidden: the delivery goes on, and only a page that is loaded anew does not know of it. */
function createAccess(factory: IDBFactory): Access {
  const opened = openDatabase(factory).catch(() => undefined);
  return async (mode, act) => {
    try {
      const transaction = (await opened)?.transaction(["deliveries", "files"], mode);
      if (!transaction) return undefined;
      const ended = whenEnded(transaction);
      const request = act(transaction.objectStore("deliveries"), transaction.objectStore("files"));
      await ended;
      return request?.result;
    } catch {
      return undefined;
    }
  };
}

const filesOf = (delivery: string): IDBKeyRange => IDBKeyRange.bound([delivery], [delivery, []]);

/** Whoever signs out leaves nothing of a delivery on this device. */
export function forgetAllDeliveries(factory: IDBFactory): void {
  factory.deleteDatabase(name);
}

const openDatabase = (factory: IDBFactory): Promise<IDBDatabase> =>
  new Promise((resolve, reject) => {
    const request = factory.open(name, 1);
    request.addEventListener("upgradeneeded", () => {
      request.result.createObjectStore("deliveries", { keyPath: "place" });
      request.result.createObjectStore("files", { keyPath: ["delivery", "id"] });
    });
    request.addEventListener("success", () => {
      const database = request.result;
      database.addEventListener("versionchange", () => database.close());
      resolve(database);
    });
    request.addEventListener("error", () => reject(request.error ?? new Error("This device keeps nothing")));
  });

const whenEnded = (transaction: IDBTransaction): Promise<void> =>
  new Promise((resolve, reject) => {
    transaction.addEventListener("complete", () => resolve());
    transaction.addEventListener("abort", () => reject(transaction.error ?? new Error("Nothing was kept")));
  });
