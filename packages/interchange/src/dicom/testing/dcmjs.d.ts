/** The part of dcmjs that the tests ask; it comes without types. */
declare module "dcmjs" {
  export const data: {
    readonly DicomMetaDictionary: {
      readonly nameMap: Readonly<Record<string, { readonly tag: string; readonly vr: string }>>;
    };
  };
}
