/** Messages by key, in groups where one of several is chosen at run time. */
export interface Catalogue {
  readonly [key: string]: string | Catalogue;
}

/** What a language must hold: every key of the English source, none besides (`satisfies Translation<typeof source>`). */
export type Translation<Source> = {
  readonly [Key in keyof Source]: Source[Key] extends string ? string : Translation<Source[Key]>;
};
