/** Of what page and server say to each other. A page of another version is told to load anew. */
export const conferenceProtocolVersion = 1;
