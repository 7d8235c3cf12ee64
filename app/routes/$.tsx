/** Whatever no other route knows. The root's error page says it in words. */
export function loader() {
  throw new Response("Not found.", { status: 404 });
}

export default function Missing() {
  return null;
}
