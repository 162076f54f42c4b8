declare module 'snowball-stemmers' {
  interface Stemmer {
    stem(word: string): string;
  }
  const stemmers: {
    /** @param language one of its own names, such as `english`; it throws for others */
    newStemmer(language: string): Stemmer;
  };
  export default stemmers;
}
