import type { StoredFile } from "@consilium/clinical";
import { useCallback } from "react";
import { inSeat } from "../case/case-api.ts";
import { useCase } from "../case/case-context.ts";

/** Where the bytes of a file are, and what a request for them must carry. */
export interface FileAddress {
  readonly address: string;
  readonly headers: Readonly<Record<string, string>>;
}

export type AddressOf = (file: StoredFile) => FileAddress;

export function useFileAddress(): AddressOf {
  const { caseId, seat } = useCase();
  return useCallback(
    ({ id }) => ({ address: `/api/cases/${caseId}/files/${id}`, headers: { ...inSeat(seat).header } }),
    [caseId, seat],
  );
}

/** Throws where the server does not hand it out. */
export async function fetchFile({ address, headers }: FileAddress, signal?: AbortSignal): Promise<Blob> {
  const response = await fetch(address, { headers, ...(signal && { signal }) });
  if (!response.ok) throw new Error(`The server answered ${response.status}`);
  return response.blob();
}
