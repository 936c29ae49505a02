/** Of a type of record the specialty asks for: is it there? */
export const inventoryStates = ["have", "requested", "unavailable", "not-applicable"] as const;
export type InventoryState = (typeof inventoryStates)[number];

export interface InventoryItem {
  readonly what: string;
  readonly state: InventoryState;
}

/** A record that was asked for and has not come. `requestId` names the row with its dates and messages. */
export interface MissingRecord {
  readonly id: string;
  readonly title: string;
  readonly requestId: string | null;
  readonly required: boolean;
}
