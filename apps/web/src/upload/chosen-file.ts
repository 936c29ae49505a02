/** A file that somebody has chosen, dropped or photographed. */
export interface ChosenFile {
  /** With the folders that it was chosen in: `CT/series 2/0001.dcm`. */
  readonly path: string;
  readonly file: File;
}

/** Of an `<input type="file">`, for folders too. */
export const chosenIn = (files: Iterable<File>): ChosenFile[] =>
  Array.from(files, (file) => ({ path: file.webkitRelativePath || file.name, file }));

/** The last part of a path: the file without its folders. */
export const nameIn = (path: string): string => path.slice(path.lastIndexOf("/") + 1);
