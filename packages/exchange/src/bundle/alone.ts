import { ofThatCaseAlone } from "@consilium/interchange";

/** On what belongs to this case alone: who sat in it, what they wrote each other. A case that is opened from the file takes none of it. */
export const alone = { tag: [{ ...ofThatCaseAlone }] };
