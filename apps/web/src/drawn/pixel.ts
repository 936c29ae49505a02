export type { Pixel } from "@consilium/workspace";
