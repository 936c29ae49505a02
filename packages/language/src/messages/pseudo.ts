import { pseudo } from "../pseudo.ts";
import type { Catalogue } from "../translation.ts";
import en from "./en.ts";

const accented = (messages: Catalogue): Catalogue =>
  Object.fromEntries(
    Object.entries(messages).map(([key, message]) => [
      key,
      typeof message === "string" ? pseudo(message) : accented(message),
    ]),
  );

export default accented(en);
