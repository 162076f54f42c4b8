import { accounts } from './accounts.ts';
import { community } from './community.ts';
import { feedback } from './feedback.ts';

export const server = { accounts, community, feedback };
