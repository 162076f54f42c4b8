export { insights } from './en-insights.ts';
