import type { Seat } from "@consilium/clinical";
import type { Database } from "@consilium/database";
import { bookRead } from "./egress.ts";

/** Who was given how much of a file or a study, which leave in hundreds of pieces. */
export interface ReadBook {
  /** Before bytes leave. The first time it is in the audit when this is back; the rest of a minute becomes one row more. */
  readonly leaving: (seat: Seat, subject: string, bytes: number) => Promise<void>;
  /** Writes down what is not yet. */
  readonly close: () => Promise<void>;
}

const rhythm = 60_000;

interface Line {
  readonly seat: Seat;
  readonly subject: string;
  requests: number;
  bytes: number;
}

export function createReadBook(database: Database, failed: (cause: unknown) => void): ReadBook {
  const lines = new Map<string, Line>();
  const write = ({ seat, subject, ...body }: Line) => bookRead(database, seat, { subject, body });
  const writeAll = async () => {
    const open = [...lines.values()];
    lines.clear();
    for (const line of open) if (line.requests > 0) await write(line);
  };
  const timer = setInterval(() => void writeAll().catch(failed), rhythm);
  timer.unref();
  return {
    leaving: async (seat, subject, bytes) => {
      const name = `${seat.id} ${subject}`;
      const line = lines.get(name);
      if (line) {
        line.requests += 1;
        line.bytes += bytes;
        return;
      }
      await write({ seat, subject, requests: 1, bytes });
      lines.set(name, { seat, subject, requests: 0, bytes: 0 });
    },
    close: async () => {
      clearInterval(timer);
      await writeAll();
    },
  };
}
