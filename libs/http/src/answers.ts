import { applyDecorators } from '@nestjs/common';
import { ApiDefaultResponse, ApiResponse } from '@nestjs/swagger';
import { Problem } from '@accord/contracts';
import { z } from 'zod';

/** Documents what a route answers, from the same schema that clients parse with, and that refusals are problems. */
export function Answers(
  schema: z.ZodType,
  { status = 200, description = '' }: { status?: number; description?: string } = {},
): MethodDecorator {
  return applyDecorators(
    ApiResponse({ status, description, content: { 'application/json': { schema: jsonSchema(schema) } } }),
    ApiDefaultResponse({ description: 'Refused', content: { 'application/problem+json': { schema: jsonSchema(Problem) } } }),
  );
}

function jsonSchema(schema: z.ZodType): Record<string, unknown> {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: 'output', unrepresentable: 'any' }) as Record<string, unknown>;
  return rest;
}
