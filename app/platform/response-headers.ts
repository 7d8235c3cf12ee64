import type { ServerResponse } from "node:http";

/** What every answer carries, whoever writes it. Pages add their Content-Security-Policy. */
export function setBaseHeaders(response: ServerResponse, appUrl: string): void {
  response.setHeader("X-Content-Type-Options", "nosniff");
  response.setHeader("Referrer-Policy", "no-referrer");
  response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
  response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
  response.setHeader("Permissions-Policy", "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()");
  if (appUrl.startsWith("https:")) response.setHeader("Strict-Transport-Security", "max-age=31536000");
}
