import { AreaCode, AreaNode, AreaQuery } from '@accord/contracts';
import { AllowSignedIn, Answers } from '@accord/http';
import { Controller, Get, Header, Param, Query } from '@nestjs/common';
import { z } from 'zod';
import { AreaNotFound } from './areas.errors';
import { Divisions } from './divisions';

const AreaNodes = z.array(AreaNode);

@Controller('areas')
export class AreasController {
  constructor(private readonly divisions: Divisions) {}

  @Get()
  @AllowSignedIn()
  @Header('cache-control', 'private, max-age=3600')
  @Answers(AreaNodes)
  list(@Query({ schema: AreaQuery }) { parent, q }: AreaQuery): AreaNode[] {
    if (q !== undefined) return this.divisions.search(q).filter(({ code }) => parent === undefined || code.startsWith(parent));
    if (parent !== undefined && !this.divisions.has(parent)) throw new AreaNotFound(parent);
    return this.divisions.childrenOf(parent ?? null);
  }

  /** From the city down to the area itself. */
  @Get(':code/path')
  @AllowSignedIn()
  @Header('cache-control', 'private, max-age=3600')
  @Answers(AreaNodes)
  path(@Param('code', { schema: AreaCode }) code: string): AreaNode[] {
    const path = this.divisions.pathOf(code);
    if (path.length === 0) throw new AreaNotFound(code);
    return path;
  }
}
