import type { Section } from './article.ts';

/** Something wrong in a body; the line counts from the body's first one. */
export interface BodyFault {
  line: number;
  severity: 'error' | 'warning';
  what: string;
  todo: string;
}

/** A path or address in a body that has to lead somewhere. */
export interface Reference {
  use: 'link' | 'image' | 'video';
  url: string;
  line: number;
}

/** What there is to know about a body without showing it. */
export interface BodyFacts {
  sections: Section[];
  /** Every id that a link may end in. */
  anchors: Set<string>;
  references: Reference[];
  words: number;
  faults: BodyFault[];
}
