import { type Media, NoMedia } from "@consilium/conference-server";

/** In place of a media server where there is to be none. */
export const noMedia = (because: string): Media => ({
  health: () => ({ is: "unavailable", because }),
  openRoom: () => Promise.reject(new NoMedia(because)),
  close: () => Promise.resolve(),
});
