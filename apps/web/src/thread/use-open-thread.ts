import { useNavigate, useSearch } from "@tanstack/react-router";
import { useCallback } from "react";

/** Which thread is open stands in the address, so that it can be sent and found again. */
export function useOpenThread() {
  const openId = useSearch({ strict: false, select: ({ thread }) => thread });
  const navigate = useNavigate();
  const open = useCallback(
    (id: string | undefined) => {
      void navigate({
        to: ".",
        search: (now) => ({ ...now, thread: id }),
        replace: true,
        resetScroll: false,
      });
    },
    [navigate],
  );
  return { openId, open };
}
