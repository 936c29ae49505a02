import type { Source } from "@consilium/conference";
import type { PictureSize } from "./test-call.ts";

const usual: PictureSize = { width: 640, height: 360 };

/** Of the browser's fake devices: a picture that moves and a tone that comes and goes. */
export async function trackOf(source: Source, size: PictureSize = usual): Promise<MediaStreamTrack> {
  const { mediaDevices } = navigator;
  if (source === "screen") return drawnScreen(size);
  const stream = await mediaDevices.getUserMedia(
    source === "camera"
      ? { video: { width: size.width, height: size.height, frameRate: 20 } }
      : { audio: { echoCancellation: false, noiseSuppression: false, autoGainControl: false } },
  );
  const [track] = stream.getTracks();
  if (!track) throw new Error(`There is no ${source}`);
  return track;
}

/** In a screen's place: a browser without windows has none to share. Never the same picture twice. */
function drawnScreen({ width, height }: PictureSize): MediaStreamTrack {
  const canvas = Object.assign(document.createElement("canvas"), { width, height });
  const pen = canvas.getContext("2d");
  let drawn = 0;
  setInterval(() => {
    if (!pen) return;
    pen.fillStyle = `hsl(${(drawn += 7) % 360} 60% 50%)`;
    pen.fillRect(0, 0, width, height);
    pen.fillStyle = "white";
    pen.fillRect((drawn * 3) % width, 0, 40, height);
  }, 100);
  const [track] = canvas.captureStream(10).getVideoTracks();
  if (!track) throw new Error("Nothing is drawn");
  return track;
}
