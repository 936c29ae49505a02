import "./pointer-layer.css";
import type { AvatarPerson } from "../design/avatar.tsx";
import { type Affine, toScreen } from "./affine.ts";
import { Plate, wordPlate } from "./mark-layer.tsx";
import type { Pixel } from "./pixel.ts";

/** Where somebody else points on the picture. */
export interface OthersPointer {
  readonly seat: string;
  readonly person: AvatarPerson;
  readonly at: Pixel;
}

export interface PointerLayerProps {
  /** Undefined: the picture is not there yet. */
  readonly affine: Affine | undefined;
  readonly pointers: readonly OthersPointer[];
}

/** Pointers of others, at the same place of the picture however large it is seen here. What they point at, they say. */
export function PointerLayer({ affine, pointers }: PointerLayerProps) {
  if (!affine || pointers.length === 0) return null;
  return (
    <svg className="mark-layer pointer-layer" aria-hidden>
      {pointers.map(({ seat, person, at }) => {
        const [x, y] = toScreen(affine, at);
        return (
          <g key={seat} data-person={person.colour} style={{ transform: `translate(${x}px, ${y}px)` }}>
            <PointerRing />
            <Plate plate={wordPlate({ id: seat, author: person, label: "" }, [10, 8])} />
          </g>
        );
      })}
    </svg>
  );
}

/** Around the middle of its place. */
export const PointerRing = () => (
  <>
    <circle className="pointer-halo" r="18" />
    <circle className="pointer-ring" r="18" />
    <circle className="pointer-dot" r="4" />
  </>
);
