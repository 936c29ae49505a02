/** A canvas knows no custom properties and no `light-dark()`: the page says what a token is now, inside this element. */
export function tokenColours(element: HTMLElement) {
  return (token: string): string => {
    const probe = element.ownerDocument.createElement("span");
    probe.style.color = `var(--${token})`;
    element.append(probe);
    const { color } = getComputedStyle(probe);
    probe.remove();
    return color;
  };
}

/** Light became dark, by the system or by the person's choice. Returns how to stop being told. */
export function onSchemeChange(tell: () => void): () => void {
  const system = matchMedia("(prefers-color-scheme: dark)");
  system.addEventListener("change", tell);
  const chosen = new MutationObserver(tell);
  chosen.observe(document.documentElement, { attributeFilter: ["data-mantine-color-scheme"] });
  return () => {
    system.removeEventListener("change", tell);
    chosen.disconnect();
  };
}
