/** What is used of picomatch, which has no types of its own. */
declare module 'picomatch' {
  export default function picomatch(pattern: string, options?: { readonly dot?: boolean }): (path: string) => boolean;
}
