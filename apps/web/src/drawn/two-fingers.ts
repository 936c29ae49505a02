/** Two fingers on a picture are the picture's, whatever one finger does to the page. */
export function keepTwoFingers(surface: HTMLElement, signal: AbortSignal): void {
  surface.addEventListener("touchstart", keepTwo, { signal, passive: false });
  surface.addEventListener("touchmove", keepTwo, { signal, passive: false });
}

function keepTwo(event: TouchEvent): void {
  if (event.touches.length > 1 && event.cancelable) event.preventDefault();
}
