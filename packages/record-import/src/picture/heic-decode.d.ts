declare module "heic-decode" {
  interface HeicPixels {
    readonly width: number;
    readonly height: number;
    /** RGBA, 8 bits each. */
    readonly data: Uint8ClampedArray;
  }
  interface HeicImage {
    readonly width: number;
    readonly height: number;
    readonly decode: () => Promise<HeicPixels>;
  }
  const heicDecode: {
    /** Every picture of the file, none of them decoded yet. `dispose` frees them. */
    readonly all: (file: {
      readonly buffer: Uint8Array;
    }) => Promise<readonly HeicImage[] & { readonly dispose: () => void }>;
  };
  export default heicDecode;
}
