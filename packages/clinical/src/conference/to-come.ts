/** As a conference is written down; its room has states of its own. */
export type ConferenceState = "scheduled" | "live" | "ended" | "cancelled";

/** Those in which somebody may still come. */
export const statesToCome = ["scheduled", "live"] as const satisfies readonly ConferenceState[];

const toCome: ReadonlySet<ConferenceState> = new Set(statesToCome);

/** Whether somebody may still come: nobody has ended it, and nobody cancelled it. */
export const isToCome = ({ state }: { readonly state: ConferenceState }): boolean => toCome.has(state);
