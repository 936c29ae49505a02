import { type Audience, formatDocumentName, type LayerTarget } from "@consilium/clinical";
import { refuse, type Result, secureRandom, systemClock } from "@consilium/foundation";
import { type LayerRefusal, type LayerWriter, writeLayer } from "@consilium/workspace";
import { useCallback, useState } from "react";
import { useCase } from "../case/case-context.ts";
import type { DocumentShelf } from "../case/document-shelf.ts";
import type { OpenState } from "../case/document-state.ts";

/** Why words were not written: their own fault, or the layer is not open to this seat now. */
export type WriteRefusal = LayerRefusal | "not-open";
export type Written = Result<string, WriteRefusal>;
export type LayerAct = (writer: LayerWriter) => Result<string, LayerRefusal>;

export interface OwnLayers {
  /** Layers of this seat that were written on this page. */
  readonly names: readonly string[];
  /** Opens the layer of an audience, which exists from its first write, and writes. Waits for the connection. */
  readonly write: (audience: Audience, act: LayerAct) => Promise<Written>;
}

export function useOwnLayers(target: LayerTarget): OwnLayers {
  const { shelf, detail } = useCase();
  const seat = detail.seat.id;
  const [names, setNames] = useState<readonly string[]>([]);
  const write = useCallback(
    async (audience: Audience, act: LayerAct): Promise<Written> => {
      const name = formatDocumentName({ kind: "layer", seat, target, audience });
      const { layer, letGo } = await openLayer(shelf, name);
      const written = layer?.mayWrite ? act(writeLayer(layer.doc, hand)) : refuse("not-open" as const);
      if (layer) setNames((known) => (known.includes(name) ? known : [...known, name]));
      letGo();
      return written;
    },
    [shelf, seat, target],
  );
  return { names, write };
}

const hand = { clock: systemClock, random: secureRandom };

interface HeldLayer {
  /** Undefined: it ended before it could be opened. */
  readonly layer: OpenState | undefined;
  readonly letGo: () => void;
}

/** Before everything has arrived it is not written: the count of an operation is that of what was seen. */
function openLayer(shelf: DocumentShelf, name: string): Promise<HeldLayer> {
  return new Promise((resolve) => {
    const look = () => {
      const state = shelf.stateOf(name);
      if (state.phase === "ended") resolve({ layer: undefined, letGo });
      else if (state.phase === "open" && state.synced) resolve({ layer: state, letGo });
    };
    const letGo = shelf.subscribe(name, look);
    look();
  });
}
