import { z } from 'zod';

const id = z.coerce.number().int().min(1).max(2_147_483_647);
/** What is missing or is a file is nothing; what is wrong with it the use case says. */
const text = z.string().max(5000).catch('');

const endpoint = { url: text, description: text, event: z.array(z.string().max(50)).max(50) };

export const addForm = z.object(endpoint);
export const changeForm = z.object({ ...endpoint, endpoint: id, on: z.literal('yes').optional() });
export const endpointForm = z.object({ endpoint: id });
export const deliveryForm = z.object({ delivery: id });
