import type { CaseKey, CaseKeys, OpenDatabase } from "@consilium/database";
import type { Clock } from "@consilium/foundation";
import type { DurableLog } from "@consilium/workspace-server";
import type { ReadBook } from "./api/read-book.ts";
import type { Archive } from "./archive/archive.ts";
import type { CaseFiles } from "./file/case-files.ts";
import type { FileReader } from "./record/read-file.ts";

/** Something in a case is no longer as it was: whoever looks at it fetches it again, whoever lost a right is cut off. */
export interface CaseChange {
  readonly caseId: string;
  /** A layer or document that now exists, by name. */
  readonly documents?: readonly string[];
  /** Who may do what changed: open documents are judged anew at once (SY-20). */
  readonly rights: boolean;
}

/** Files on their way to becoming records. */
export interface Deliveries {
  /** Of the data folder that files arrive in. */
  readonly place: string;
  /** Reading goes on beside the requests, and after this server ended. */
  readonly read: (key: CaseKey, id: string) => Promise<void>;
  /** It was cancelled: whatever is being done with it ends, and its files go. */
  readonly stop: (key: CaseKey, id: string) => Promise<void>;
}

/** Archives of hospitals, which studies are fetched from. */
export interface Archives {
  /** As the operator stated them. */
  readonly all: readonly Archive[];
  /** A delivery whose files this archive gives: fetching goes on beside the requests, and after this server ended. */
  readonly pull: (key: CaseKey, deliveryId: string, archive: string) => Promise<void>;
}

/** What routes and commands work with. */
export interface Services {
  readonly open: OpenDatabase;
  readonly keys: CaseKeys;
  readonly log: DurableLog;
  readonly files: FileReader;
  readonly deliveries: Deliveries;
  readonly archives: Archives;
  readonly caseFiles: CaseFiles;
  readonly readBook: ReadBook;
  readonly now: Clock;
  /** The site's address. */
  readonly origin: string;
  /** A ULID. */
  readonly createId: () => string;
  /** 32 random bytes. */
  readonly createSecret: () => Buffer;
  /** Called after the commit. */
  readonly changed: (change: CaseChange) => Promise<void>;
  /** Called after the commit in which somebody was told of something: mails that are due are written and sent. Never throws. */
  readonly told: () => Promise<void>;
}
