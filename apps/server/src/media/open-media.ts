import type { IceServer } from "@consilium/conference";
import type { Media, MediaHealth } from "@consilium/conference-server";
import { findWorker, MediasoupMedia } from "@consilium/conference-server/mediasoup";
import type { Clock } from "@consilium/foundation";
import { noMedia } from "./no-media.ts";
import type { MediaSettings } from "./read-media-settings.ts";
import { turnCredentials } from "./turn-credentials.ts";

export interface OpenedMedia {
  readonly media: Media;
  /** By which a seat's browser reaches the media server where no way leads there directly. */
  readonly iceServersFor: (seat: string) => readonly IceServer[];
  /** Once requests are answered: the media server may have to be built first, and nobody waits for that. */
  readonly begin: () => void;
}

/** `log` takes the lines for the operator: what is done, and why there is no video. */
export function openMedia(settings: MediaSettings, now: Clock, log: (line: string) => void): OpenedMedia {
  if (settings.kind === "off")
    return {
      media: noMedia("Video is turned off by CONSILIUM_MEDIA."),
      iceServersFor: () => [],
      begin: () => undefined,
    };
  const { turn, ...server } = settings;
  const media = new MediasoupMedia({
    ...server,
    findProgram: findWorker,
    changed: (health, cause) => log(`media: ${sentenceOf(health)}${detailOf(cause)}`),
  });
  return {
    media,
    iceServersFor: (seat) => (turn ? [turnCredentials(turn, seat, now())] : []),
    begin: () => media.begin(),
  };
}

const sentenceOf = (health: MediaHealth): string =>
  health.is === "ready" ? "Video is ready." : health.because;

/** For the operator alone: it may name paths of the machine. Nothing of a case has come this far. */
function detailOf(cause: unknown): string {
  const detail = cause instanceof Error ? cause.cause : undefined;
  if (detail instanceof Error) return ` ${detail.message}`;
  return typeof detail === "string" ? ` ${detail}` : "";
}
