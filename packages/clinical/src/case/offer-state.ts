export const offerModes = ["author", "blind"] as const;
export type OfferMode = (typeof offerModes)[number];

export const offerStates = ["offered", "accepted", "declined", "withdrawn", "lapsed"] as const;
export type OfferState = (typeof offerStates)[number];

/** As it stands now: an offer that nobody answered lapses with its date. */
export const offerState = (
  { state, dueAt }: { readonly state: Exclude<OfferState, "lapsed">; readonly dueAt: Date },
  now: Date,
): OfferState => (state === "offered" && dueAt <= now ? "lapsed" : state);
