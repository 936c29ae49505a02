import { useQuery } from "@tanstack/react-query";
import { type Convert, sameUnitOnly } from "./trends.ts";

/** The library of units, which is large, comes only where an analyte was measured in two units. Until then they stay apart. */
export function useConvert(isNeeded: boolean): Convert {
  const { data } = useQuery({
    queryKey: ["units"],
    queryFn: loadConvert,
    enabled: isNeeded,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return data?.convert ?? sameUnitOnly;
}

async function loadConvert(): Promise<{ readonly convert: Convert }> {
  const { convert } = await import("@consilium/interchange/units");
  return {
    convert: (written, from, to) => {
      const converted = convert(written, from, to);
      return converted.ok ? converted.value : undefined;
    },
  };
}
