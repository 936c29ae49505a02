import type { IceCandidate } from "mediasoup/types";

/**
 * The same ports at further addresses of this machine, in the order of preference. mediasoup announces one address; it answers
 * whatever reaches its port, by whichever address that was found (ICE lite).
 */
export const candidatesAt = (
  own: readonly IceCandidate[],
  further: readonly string[],
): readonly IceCandidate[] => [
  ...own,
  ...further.flatMap((address, at) =>
    own.map((candidate) => ({
      ...candidate,
      address,
      ip: address,
      foundation: `${candidate.foundation}${at + 1}`,
      priority: Math.max(1, candidate.priority - (at + 1)),
    })),
  ),
];
