import { loadTemplate } from "@consilium/clinical";
import { queryOptions } from "@tanstack/react-query";

/** The template that comes along for a specialty in a language; null: there is none. */
export const comingAlongQuery = (specialty: string, language: string) =>
  queryOptions({
    queryKey: ["template", specialty, language],
    // A query may not hold undefined.
    queryFn: async () => (await loadTemplate(specialty, language)) ?? null,
    staleTime: Infinity,
  });
