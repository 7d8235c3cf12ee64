/** The build puts the minified style sheet in as text. */
declare module "*.css" {
  const text: string;
  export default text;
}
