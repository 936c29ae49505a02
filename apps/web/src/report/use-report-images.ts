import type { Report } from "@consilium/report";
import { useQueries } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { inSeat } from "../case/case-api.ts";
import { useCase } from "../case/case-context.ts";
import { caseKey } from "../case/case-query.ts";

/** The pictures at these addresses of the API, by their names, as this page can show them. They never change under them. */
export function usePictures(places: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const { caseId, seat } = useCase();
  const pictures = useQueries({
    queries: [...places].map(([name, path]) => ({
      queryKey: caseKey(caseId, "picture", path),
      queryFn: async ({ signal }: { readonly signal: AbortSignal }): Promise<readonly [string, Blob]> => {
        const response = await fetch(`/api/cases/${caseId}${path}`, { signal, ...withSeat(seat) });
        if (!response.ok) throw new Error(`Not given: ${response.status}`);
        return [name, await response.blob()];
      },
      staleTime: Number.POSITIVE_INFINITY,
    })),
    combine: (all) => all.flatMap(({ data }) => (data ? [data] : [])),
  });
  return useAddresses(pictures);
}

const withSeat = (seat: string | undefined) => ({ headers: { ...inSeat(seat).header } });

/** Addresses within this page, which end with it. */
function useAddresses(pictures: readonly (readonly [string, Blob])[]): ReadonlyMap<string, string> {
  const [addresses, setAddresses] = useState<ReadonlyMap<string, string>>(new Map());
  const known = pictures.map(([name]) => name).join();
  useEffect(() => {
    const made = new Map(pictures.map(([name, blob]) => [name, URL.createObjectURL(blob)]));
    setAddresses(made);
    return () => made.forEach((address) => URL.revokeObjectURL(address));
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- A picture never changes under its name.
  }, [known]);
  return addresses;
}

export const useReportImages = (report: Report, reportId: string): ReadonlyMap<string, string> =>
  usePictures(
    new Map(report.keyImages.map(({ id }) => [id, `/reports/${reportId}/images/${encodeURIComponent(id)}`])),
  );
