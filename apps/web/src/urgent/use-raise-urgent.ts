import { createContext, useContext } from "react";
import { useCase } from "../case/case-context.ts";

export const RaiseContext = createContext<((place: string) => void) | undefined>(undefined);

/** Begins an urgent finding at a place: `record/<id>`, or an opinion's name. Undefined: whoever looks may raise none. */
export function useRaiseUrgent(): ((place: string) => void) | undefined {
  const raise = useContext(RaiseContext);
  const { detail } = useCase();
  return detail.commands.includes("raise an urgent finding") ? raise : undefined;
}
