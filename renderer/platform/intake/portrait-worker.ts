/* Draws a picture small, in the shape of a portrait 3×4. What comes out is a new picture: nothing else of the file goes with it. */

/** 3×4 cm at 300 dots an inch. */
const WIDTH = 354;
const HEIGHT = 472;
const QUALITY = 0.86;

self.addEventListener('message', ({ data }: MessageEvent<Blob>) => {
  draw(data).then(
    (blob) => self.postMessage(blob),
    () => self.postMessage(null),
  );
});

async function draw(file: Blob): Promise<Blob> {
  const picture = await createImageBitmap(file);
  // The middle of what is wider, the upper part of what is higher: there is the face.
  const scale = Math.max(WIDTH / picture.width, HEIGHT / picture.height);
  const [cutWidth, cutHeight] = [WIDTH / scale, HEIGHT / scale];
  const [left, top] = [(picture.width - cutWidth) / 2, (picture.height - cutHeight) / 4];
  const canvas = new OffscreenCanvas(WIDTH, HEIGHT);
  const pen = canvas.getContext('2d');
  if (pen === null) throw new Error('no canvas');
  pen.imageSmoothingQuality = 'high';
  pen.fillStyle = '#ffffff';
  pen.fillRect(0, 0, WIDTH, HEIGHT);
  pen.drawImage(picture, left, top, cutWidth, cutHeight, 0, 0, WIDTH, HEIGHT);
  picture.close();
  return canvas.convertToBlob({ type: 'image/jpeg', quality: QUALITY });
}
