/** A file that Vite serves as it is: a logo must have an address of its own. */
declare module '*?no-inline' {
  const url: string;
  export default url;
}
