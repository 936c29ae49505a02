import { type ReactNode, useState } from "react";
import { AskDialog } from "./ask-dialog.tsx";
import { ItemDialog } from "./item-dialog.tsx";
import { ToldCodes } from "./told-code.tsx";
import { type Asking, AskRoomContext, useAskRoom } from "./use-ask-room.ts";
import { useInventory } from "./use-inventory.ts";

/** Around a page of records: a request that is being written and a code that is told once stay, however the page is laid out anew below. */
export function AskRoom({ children }: { readonly children: ReactNode }) {
  const [asking, setAsking] = useState<Asking>();
  const close = () => setAsking(undefined);
  // The room around it is the one.
  if (useAskRoom()) return children;
  return (
    <ToldCodes>
      <AskRoomContext value={setAsking}>
        {children}
        {asking &&
          (asking.item === null ? (
            <AskDialog onClose={close} />
          ) : (
            <OpenItem id={asking.item} onClose={close} />
          ))}
      </AskRoomContext>
    </ToldCodes>
  );
}

function OpenItem({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const item = useInventory()?.find((one) => one.id === id);
  return item && <ItemDialog item={item} onClose={onClose} />;
}
