import { type ReactNode, useState } from "react";
import { RaiseUrgent } from "./raise-urgent.tsx";
import { RaiseContext } from "./use-raise-urgent.ts";

/** Around every page of the case: what is being written stays, however the page is laid out anew below it. */
export function UrgentRoom({ children }: { readonly children: ReactNode }) {
  const [place, setPlace] = useState<string>();
  return (
    <RaiseContext value={setPlace}>
      {children}
      {place !== undefined && <RaiseUrgent place={place} onClose={() => setPlace(undefined)} />}
    </RaiseContext>
  );
}
