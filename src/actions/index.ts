import { feedback } from './feedback.ts';

export const server = { feedback };
