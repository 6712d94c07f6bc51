import * as z from 'zod';
import { components } from './response-schemas.ts';

/** `ProblemDetails` for the OpenAPI document. */
export const problemDetails = z
  .strictObject({
    type: z.literal('about:blank'),
    title: z.string(),
    status: z.int(),
    detail: z.string().meta({ description: 'What is wrong.' }),
    remedy: z.string().meta({ description: 'What to do about it.' }),
    parameter: z.string().optional().meta({ description: 'The parameter that is wrong.' }),
  })
  .register(components, { name: 'Problem' });
