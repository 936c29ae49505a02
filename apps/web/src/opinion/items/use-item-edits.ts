import { createUlid, secureRandom } from "@consilium/foundation";
import {
  addItem,
  type Item,
  type ItemField,
  type ItemKind,
  moveItem,
  removeItem,
  setItemField,
} from "@consilium/workspace";
import { useMemo } from "react";
import type { BoundDocument } from "../../case/document-state.ts";
import { changeAsOwn } from "../../editor/shared-undo.ts";
import { useDesk } from "../desk-context.ts";

export interface ItemEdits {
  /** Returns the new item's id. */
  readonly add: (kind: ItemKind, fields?: Partial<Record<ItemField, unknown>>) => string;
  /** One place up or down among its kind. */
  readonly move: (item: Item, among: readonly Item[], by: -1 | 1) => void;
  readonly set: (id: string, field: ItemField, value: unknown) => void;
  readonly remove: (id: string) => void;
  /** Several changes as one step. */
  readonly together: (change: () => void) => void;
  readonly undo: () => void;
}

/** In the text on the desk. */
export const useItemEdits = (): ItemEdits => useItemEditsOf(useDesk());

/** Changes of items as this person's own: each is one step of the text's undo history. */
export function useItemEditsOf({ doc, undo }: Pick<BoundDocument, "doc" | "undo">): ItemEdits {
  return useMemo(() => {
    const step = (change: () => void) => {
      undo?.stopCapturing();
      changeAsOwn(doc, change);
      undo?.stopCapturing();
    };
    return {
      add: (kind, fields = {}) => {
        const id = createUlid(Date.now(), secureRandom);
        step(() => {
          addItem(doc, kind, id);
          for (const [field, value] of Object.entries(fields)) {
            // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- The keys of a record of fields.
            setItemField(doc, id, field as ItemField, value);
          }
        });
        return id;
      },
      move: (item, among, by) => {
        const at = among.findIndex(({ id }) => id === item.id);
        const after = by === 1 ? among[at + 1] : among[at - 2];
        if (at + by < 0 || at + by >= among.length) return;
        step(() => moveItem(doc, item.id, after?.id));
      },
      set: (id, field, value) => step(() => setItemField(doc, id, field, value)),
      together: step,
      remove: (id) => step(() => removeItem(doc, id)),
      undo: () => undo?.undo(),
    };
  }, [doc, undo]);
}
