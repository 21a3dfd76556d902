import { z } from 'zod';

/** A month as `YYYY-MM`. */
export const monthSchema = z.string().regex(/^[1-9]\d{3}-(0[1-9]|1[0-2])$/);
