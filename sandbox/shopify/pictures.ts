import type { PictureRecord, ShopRecord } from "./model.ts";

/** Product pictures: flat shapes of our own, drawn when asked for. */
const shapes: Record<string, string> = {
  dress: "M150 60h100l-18 70 58 210H110l58-210z",
  cushion: "M90 110q110-24 220 0 24 100 0 200-110 24-220 0-24-100 0-200z",
  scarf: "M130 70h60v250h-60zM210 70h60v210h-60zM130 70h140v50H130z",
  towel: "M110 80h180v250H110zM110 270h180v14H110zM110 294h180v8H110z",
  bedding: "M70 200h260v120H70zM90 130h95v70H90zM215 130h95v70h-95z",
  shirt: "M140 80h120l70 50-34 46-26-18v170H130V158l-26 18-34-46z",
  curtain: "M80 70h240v20H80zM95 90h80l-14 240H95zM305 90h-80l14 240h66z",
  throw: "M80 140l240-50v190l-240 50z",
  socks: "M130 70h60v150l60 50q10 44-44 40l-76-52zM220 70h60v130h-60z",
  runner: "M60 160h280v90H60zM60 176h280v6H60zM60 228h280v6H60z",
};

/** An SVG of 400 × 400. */
export function drawPicture(picture: PictureRecord): string {
  const path = shapes[picture.shape] ?? shapes.cushion;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="400" viewBox="0 0 400 400" role="img" aria-label="${picture.alternative}"><rect width="400" height="400" fill="#f4f1ec"/><path d="${path}" fill="${picture.colour}" fill-rule="evenodd" stroke="#2d2a26" stroke-opacity=".25" stroke-width="3"/></svg>`;
}

const folder = "/cdn/shop/files/";

export const pictureUrl = (shop: ShopRecord, picture: PictureRecord): string => `https://${shop.domain}${folder}${picture.file}`;

/** The file name when the path is that of a picture. */
export const pictureFile = (path: string): string | undefined => (path.startsWith(folder) ? path.slice(folder.length) : undefined);
