/**
 * A function of a text that remembers what it made of the last ones, where finding that again takes
 * less time than making it, as with what Intl formats.
 * @param most texts to remember; then it begins anew
 */
export function remembered<Made>(
  make: (text: string) => Made,
  most = 5000,
): (text: string) => Made {
  const made = new Map<string, Made>();
  return (text) => {
    let known = made.get(text);
    if (known === undefined) {
      known = make(text);
      if (made.size >= most) made.clear();
      made.set(text, known);
    }
    return known;
  };
}
