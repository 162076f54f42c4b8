/** Lists of words without a meaning of their own, by ISO 639-3. */
declare module 'stopword' {
  const lists: Record<string, string[]>;
  export = lists;
}
