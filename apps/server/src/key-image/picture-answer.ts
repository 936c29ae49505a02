/** A picture to look at. It runs nowhere, and stays nowhere after it was looked at. */
export const pictureAnswer = (content: Uint8Array, mediaType: string): Response =>
  new Response(Uint8Array.from(content), {
    headers: {
      "cache-control": "no-store",
      "content-length": String(content.length),
      "content-security-policy": "sandbox; default-src 'none'",
      "content-type": mediaType,
      "x-content-type-options": "nosniff",
    },
  });
