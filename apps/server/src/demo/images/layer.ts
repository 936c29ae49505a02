import { meets, type Paint, paint, type Picture } from "./picture.ts";
import { shrunk, type Solid } from "./solid.ts";

export type Texture = "organ" | "marrow" | "stool" | "fat";

/** A body and what it is made of. Later layers lie over earlier ones. */
export interface Layer {
  readonly solid: Solid;
  readonly value: number;
  readonly soft?: number;
  readonly strength?: number;
  readonly bent?: boolean;
  readonly texture?: Texture;
}

export type Textures = Readonly<Record<Texture, Float32Array>>;

export const made = (
  value: number,
  solids: readonly Solid[],
  how: Omit<Layer, "solid" | "value"> = {},
): readonly Layer[] => solids.map((solid) => ({ solid, value, ...how }));

/** A hull of one value, filled from so many millimetres below its surface. */
export const filled = (
  hull: number,
  wall: number,
  inside: number,
  solids: readonly Solid[],
  how: Omit<Layer, "solid" | "value"> = {},
): readonly Layer[] =>
  solids.flatMap((solid) => {
    const { texture, ...edge } = how;
    return [
      { ...edge, solid, value: hull },
      { ...edge, ...(texture === undefined ? {} : { texture }), value: inside, solid: shrunk(solid, wall) },
    ];
  });

/** No edge is softer, nor is anything bent further, millimetres. */
const farthestEdge = 16;

export function paintLayers(
  picture: Picture,
  layers: readonly Layer[],
  textures: Textures,
  mask?: Float32Array,
): void {
  for (const { solid, texture, ...how } of layers.filter((layer) =>
    meets(picture, layer.solid, farthestEdge),
  )) {
    const whole: Paint = {
      ...how,
      ...(mask === undefined ? {} : { mask }),
      ...(texture === undefined ? {} : { texture: textures[texture] }),
    };
    paint(picture, solid, whole);
  }
}
