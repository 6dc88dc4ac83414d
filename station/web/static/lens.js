// A live picture with a guide: which part of the video is shown, what is cut out of it, and the
// outline of what was found in it.
const GUIDE = { left: 0.04, top: 0.12, width: 0.92, height: 0.76 }; // of what is shown; as .guide in station.css
const SIDE_PX_MAX = 1280;
const QUALITY = 0.85;
const FRAME_MS_MAX = 1000;
const COLOURS = { verified: "#2fbf71", doubtful: "#f0a500" };

const video = document.querySelector("#lens");
const outline = document.querySelector("#outline");
const cut = document.createElement("canvas");

// The part of the video that the page shows (object-fit: cover), and the guide in it, in its pixels.
function shown() {
  const { clientWidth, clientHeight, videoWidth, videoHeight } = video;
  const scale = Math.max(clientWidth / videoWidth, clientHeight / videoHeight);
  const width = clientWidth / scale;
  const height = clientHeight / scale;
  return { left: (videoWidth - width) / 2, top: (videoHeight - height) / 2, width, height };
}

// Resolves with the next frame that the camera gives: two looks must be at two frames.
export function nextFrame() {
  return new Promise((resolve) => {
    setTimeout(resolve, FRAME_MS_MAX); // a page that is not seen gets none
    if (video.requestVideoFrameCallback) video.requestVideoFrameCallback(() => resolve());
    else setTimeout(resolve, 100);
  });
}

// What stands in the guide: {picture: a JPEG, at: how to get from its pixels to the outline's}.
export async function grab() {
  const view = shown();
  const width = view.width * GUIDE.width;
  const height = view.height * GUIDE.height;
  const at = { left: view.width * GUIDE.left, top: view.height * GUIDE.top, scale: Math.max(1, Math.max(width, height) / SIDE_PX_MAX) };
  cut.width = Math.round(width / at.scale);
  cut.height = Math.round(height / at.scale);
  cut.getContext("2d").drawImage(video, view.left + at.left, view.top + at.top, width, height, 0, 0, cut.width, cut.height);
  const picture = await new Promise((resolve) => cut.toBlob(resolve, "image/jpeg", QUALITY));
  return { picture, at };
}

// Draw round every number that was found; nothing was found: nothing is drawn.
export function draw(numbers, at) {
  const view = shown();
  outline.width = Math.round(view.width);
  outline.height = Math.round(view.height);
  const pen = outline.getContext("2d");
  pen.lineWidth = Math.max(3, view.width / 120);
  pen.lineJoin = "round";
  for (const { corners, is_verified } of numbers) {
    if (corners.length < 2) continue;
    pen.strokeStyle = is_verified ? COLOURS.verified : COLOURS.doubtful;
    pen.beginPath();
    for (const [x, y] of corners) pen.lineTo(at.left + x * at.scale, at.top + y * at.scale);
    pen.closePath();
    pen.stroke();
  }
}

export const show = (stream) => {
  video.srcObject = stream;
  return stream && video.play();
};
