import { onDeparture } from "../app/departure.ts";
import { askBeforeLosing } from "../case/ask-before-losing.ts";
import { CaseDeliveries, type CaseDeliveriesOptions } from "./case-deliveries.ts";
import { forgetAllDeliveries } from "./kept-delivery.ts";

const open = new Map<string, CaseDeliveries>();
let isListening = false;

/** Of one place: the same one as long as the tab lives and nobody signs out. */
export function deliveriesInTab(options: CaseDeliveriesOptions): CaseDeliveries {
  listen();
  const { place } = options;
  const known = open.get(place);
  if (known) return known;
  const made = new CaseDeliveries(options);
  open.set(place, made);
  return made;
}

/** The browser's network, its closing, and its person's leaving reach all of them. */
function listen(): void {
  if (isListening) return;
  isListening = true;
  window.addEventListener("online", () => {
    for (const { run } of open.values()) run?.retryNow();
  });
  window.addEventListener("offline", () => {
    for (const { run } of open.values()) run?.connectionLost();
  });
  askBeforeLosing(() => [...open.values()].filter(({ holdsFiles }) => holdsFiles).length);
  onDeparture((departure) => {
    if (departure === "leaving") for (const { run } of open.values()) run?.pause();
    if (departure === "refused") for (const { run } of open.values()) run?.resume();
    if (departure !== "signed-out") return;
    for (const deliveries of open.values()) deliveries.close();
    open.clear();
    forgetAllDeliveries(window.indexedDB);
  });
}
