import { z } from 'zod';

/** RFC 9457 problem details, as every refused request answers. */
export const Problem = z.object({
  type: z.string().meta({ description: 'A URI that names the kind of problem: `urn:accord:problem:<code>`.' }),
  title: z.string().meta({ description: 'What is wrong and what to do, in the language asked for.' }),
  status: z.int(),
  code: z.string().meta({ description: 'Stable, for programs: `ACTION_NOT_ALLOWED`, `INVALID_INPUT` …' }),
  detail: z.string().optional(),
  errors: z
    .array(z.object({ field: z.string(), message: z.string() }))
    .optional()
    .meta({ description: 'One entry per input at fault; `field` is a path such as `claims.0.amountFen`.' }),
  details: z.record(z.string(), z.unknown()).optional(),
  traceId: z.string().optional().meta({ description: 'Give this to an operator; it finds the log lines.' }),
});
export type Problem = z.infer<typeof Problem>;
