export const windowFunctions = ["linear", "linear-exact", "sigmoid"] as const;

/** How values within a window become shades (PS3.3, C.11.2.1.2.1 and C.11.2.1.3). */
export type WindowFunction = (typeof windowFunctions)[number];

const byName: Readonly<Record<string, WindowFunction>> = {
  LINEAR: "linear",
  LINEAR_EXACT: "linear-exact",
  SIGMOID: "sigmoid",
};

/** By what a file says (0028,1056). Nothing, and what the standard does not know, is linear. */
export const windowFunctionNamed = (name: string): WindowFunction => byName[name] ?? "linear";

/** The least that is a width: beneath it a window means nothing (PS3.3, C.11.2.1.2.1). */
export const leastWidth = (shape: WindowFunction): number => (shape === "linear" ? 1 : Number.MIN_VALUE);
