import { setNonce } from "get-nonce";
import { config } from "zod/mini";

/**
 * Trusted Types. The only strings that may become HTML are style sheets, which hold no tag; a worker's script comes from
 * our own build.
 */
window.trustedTypes?.createPolicy("default", {
  createHTML: (text) => {
    if (text.includes("<")) throw new TypeError("Only style sheets are written as HTML");
    return text;
  },
  createScriptURL: (address) => {
    const { origin, pathname, href } = new URL(address, location.href);
    if (origin === location.origin && pathname.startsWith("/assets/")) return href;
    throw new TypeError("Only scripts of our own build are run");
  },
});

/** The nonce of this page, which every `<style>` that a library writes must carry. */
export const styleNonce = document.querySelector<HTMLMetaElement>("meta[property=csp-nonce]")?.nonce ?? "";

// Mantine's overlays lock the scrolling with a `<style>` of react-remove-scroll, which asks get-nonce.
setNonce(styleNonce);

// Zod would try `new Function` at its first parse, which the page's policy reports.
config({ jitless: true });
