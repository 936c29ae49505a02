/** A hospital's archive of images, as the operator stated it. Nobody else names an address. */
export interface Archive {
  /** In our own addresses and in the audit. */
  readonly id: string;
  /** Shown to people. */
  readonly name: string;
  /** Of its DICOMweb service, with a slash at its end. */
  readonly address: string;
  /** Whose cases may use it, by their ids. Undefined: those of every programme here. */
  readonly organisations: readonly string[] | undefined;
  /** Of the header of that name. Undefined: it asks for nothing. */
  readonly authorization: string | undefined;
}

/** A DICOM unique identifier (PS3.5, 9.1). */
export const uidPattern = /^(?=.{1,64}$)\d+(?:\.\d+)*$/;
