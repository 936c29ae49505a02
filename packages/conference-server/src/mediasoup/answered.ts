import { CannotCarry, NoMedia, NoSuchThing } from "../media.ts";

/** What mediasoup answers. Where the worker has been closed, as when the server stops, or has died, there is no media. */
export async function answered<Answer>(asking: Promise<Answer>): Promise<Answer> {
  try {
    return await asking;
  } catch (cause) {
    if (isNamed(cause, "WorkerClosedError")) throw new NoMedia(cause.message);
    if (isNamed(cause, "NotFoundError")) throw new NoSuchThing(cause.message);
    throw cause;
  }
}

/** What mediasoup does not take is the page's fault, not the room's. */
export async function carried<Made>(making: Promise<Made>): Promise<Made> {
  try {
    return await answered(making);
  } catch (cause) {
    if (isNamed(cause, "UnsupportedError") || cause instanceof TypeError)
      throw new CannotCarry(cause.message);
    throw cause;
  }
}

const isNamed = (cause: unknown, name: string): cause is Error =>
  cause instanceof Error && cause.name === name;
