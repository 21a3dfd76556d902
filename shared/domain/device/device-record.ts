import { z } from 'zod';

/** A PC of the commune, so that conflicts can say whose PC a value came from. Written by the server at enrolment only. */
export const deviceSchema = z.strictObject({
  number: z.int().min(1),
  name: z.string().min(1).max(80),
});
export type DeviceFields = z.infer<typeof deviceSchema>;
