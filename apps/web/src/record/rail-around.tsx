import { type ReactNode, useCallback, useMemo, useState } from "react";
import { everyOpen } from "./annotation-list/mark-filter.ts";
import { RailContext, type RailState } from "./rail-context.ts";
import { SeenPlacesContext, useNewSeenPlaces } from "./seen-places.ts";

const first: RailState = { view: "year", filter: everyOpen, isUnfolded: false, sought: "" };

/**
 * Above the screens of a case, so that the list of marks, its filter, what is unfolded and what is searched for stay as they are from
 * record to record and from layout to layout, and what was chosen in a record can be linked on another screen.
 */
export function RailAround({ children }: { readonly children: ReactNode }) {
  const [state, setState] = useState(first);
  const show = useCallback((changed: Partial<RailState>) => setState((now) => ({ ...now, ...changed })), []);
  const rail = useMemo(() => ({ ...state, show }), [state, show]);
  return (
    <RailContext value={rail}>
      <SeenPlacesContext value={useNewSeenPlaces()}>{children}</SeenPlacesContext>
    </RailContext>
  );
}
