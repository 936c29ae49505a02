export { activeSpeaker, layersChanged, producerChanged, producerClosed, streamAdded } from "./streams.ts";
export { ended, elsewhere, moved, removed } from "./endings.ts";
export { muted, peerChanged, peerLeft, presenting, recording } from "./people.ts";
